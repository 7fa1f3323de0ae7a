package org.foundups.twin.core;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How long each stage took; a stage that ran more than once is summed, one that never ran is
/// absent.
public record Timings(Map<Stage, Duration> stages, Duration total) {
    public Timings {
        var ordered = new EnumMap<Stage, Duration>(Stage.class);
        ordered.putAll(stages);
        stages = Collections.unmodifiableMap(ordered);
    }
}
