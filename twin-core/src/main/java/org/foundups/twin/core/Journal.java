package org.foundups.twin.core;

/// Append-only record of what was considered.
@FunctionalInterface
public interface Journal {
    /// Returns once the consideration is committed.
    ///
    /// @throws TwinException of kind OUTSIDE if it was not written: nothing may be carried out then
    Recorded record(Consideration consideration);
}
