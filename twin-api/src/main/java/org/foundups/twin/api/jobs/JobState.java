package org.foundups.twin.api.jobs;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The life of a job; what is not listed cannot happen.
public enum JobState {
    QUEUED,
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    CANCELLED;

    private static final Map<JobState, Set<JobState>> NEXT =
            Map.of(
                    QUEUED, Set.of(RUNNING, PAUSED, CANCELLED),
                    RUNNING, Set.of(PAUSED, DONE, FAILED, CANCELLED),
                    PAUSED, Set.of(RUNNING, QUEUED, CANCELLED));

    /// Whether this state may be followed by the other.
    public boolean mayBecome(JobState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// Whether nothing more happens.
    public boolean over() {
        return !NEXT.containsKey(this);
    }

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
