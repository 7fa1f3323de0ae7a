package org.foundups.twin.core;

/// Inspects what was drafted.
@FunctionalInterface
public interface Guard {
    /// Pure. A rule that throws holds the text: it yields `Blocked`, never `Cleared`.
    Verdict inspect(Draft draft);
}
