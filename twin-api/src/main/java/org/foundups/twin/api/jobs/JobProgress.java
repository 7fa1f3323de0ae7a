package org.foundups.twin.api.jobs;

import org.jspecify.annotations.Nullable;

/// What a running job says about itself, and is told.
public interface JobProgress {
    /// Reports where the work stands. Cheap: it is written to the database a few times a second at
    /// most.
    void at(long done, @Nullable Long total, long failed, long skipped, @Nullable String current);

    /// Reports a refused item.
    void refused(JobError error);

    /// Waits while the job is paused.
    ///
    /// @return false if the work should stop, because the job was cancelled or the service ends
    boolean goOn();
}
