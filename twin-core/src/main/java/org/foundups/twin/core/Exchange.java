package org.foundups.twin.core;

import java.util.List;

/// A comment and what the creator answered to it.
///
/// @param memory what the creator had said before and the answer draws on, perhaps among other
///   things; empty if nothing
public record Exchange(List<String> memory, String comment, String reply) {
    public Exchange {
        memory = List.copyOf(memory);
    }
}
