package org.foundups.twin.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.foundups.twin.api.jobs.Job;
import org.foundups.twin.api.jobs.JobError;
import org.jspecify.annotations.Nullable;

/// A job as callers see it; section 7 of the contract.
record JobView(
        UUID jobId,
        String kind,
        String state,
        long done,
        @Nullable Long total,
        long failed,
        long skipped,
        double ratePerS,
        @Nullable Long etaS,
        @Nullable String current,
        @Nullable String message,
        List<JobError> errors,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
    static JobView of(Job job, Instant now) {
        return new JobView(
                job.id(),
                job.kind(),
                job.state().id(),
                job.done(),
                job.total(),
                job.failed(),
                job.skipped(),
                Math.round(job.ratePerSecond(now) * 10) / 10.0,
                job.secondsLeft(now),
                job.current(),
                job.message(),
                job.errors(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt());
    }
}
