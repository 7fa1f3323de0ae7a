package org.foundups.twin.api.jobs;

/// What a kind of job does. It may be begun anew after a restart, so doing it twice must change
/// nothing.
@FunctionalInterface
public interface JobWork {
    /// Does the work, on a thread of its own.
    ///
    /// @param parameters as given when the job was made
    /// @return how it went, in a sentence
    /// @throws Exception if it failed as a whole
    String run(String parameters, JobProgress progress) throws Exception;
}
