package org.foundups.twin.core;

/// A consideration that is committed: only what is recorded may be carried out.
///
/// @param sequence number of its first event, greater than that of everything recorded before
public record Recorded(Consideration consideration, long sequence) {}
