package org.foundups.twin.core;

/// What the creator has said.
@FunctionalInterface
public interface Memory {
    /// Looks up what bears on a target.
    ///
    /// @return passages of the incoming persona's memory, best first, near-duplicates removed; none
    ///   when nothing is near enough
    /// @throws TwinException of kind OUTSIDE if the memory cannot be searched: a failed search is
    ///   never an empty memory
    Recollection recall(Screened.Admitted admitted);
}
