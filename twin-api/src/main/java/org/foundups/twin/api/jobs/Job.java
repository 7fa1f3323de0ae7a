package org.foundups.twin.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job as it stands.
///
/// @param total units of work in all; null while unknown
/// @param failed items refused
/// @param skipped items that needed nothing done
/// @param current what is being worked on
/// @param errors the first refusals, a thousand at most
/// @param message how it ended, in a sentence
public record Job(
        UUID id,
        String kind,
        JobState state,
        String parameters,
        long done,
        @Nullable Long total,
        long failed,
        long skipped,
        @Nullable String current,
        List<JobError> errors,
        @Nullable String message,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
    public Job {
        errors = List.copyOf(errors);
    }

    /// Units a second since the start; 0 before it.
    public double ratePerSecond(Instant now) {
        if (startedAt == null) return 0;
        var seconds =
                Duration.between(startedAt, endedAt == null ? now : endedAt).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : done / seconds;
    }

    /// Seconds left at the present rate; null while unknown.
    public @Nullable Long secondsLeft(Instant now) {
        if (state == JobState.DONE) return 0L;
        var rate = ratePerSecond(now);
        return total == null || rate <= 0 || state.over()
                ? null
                : Math.round((total - done) / rate);
    }
}
