package org.foundups.twin.core;

/// What came of the attempt to write an answer.
public sealed interface Drafting permits Draft, Undrafted {
    /// What was asked for.
    Brief brief();
}
