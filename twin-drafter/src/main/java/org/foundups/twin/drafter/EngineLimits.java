package org.foundups.twin.drafter;

import java.time.Duration;

/// How long the supervisor waits for what.
///
/// @param load from the child's start to its ready line
/// @param stop from asking it to end to its end, by force if need be
/// @param healthEvery between two looks at its health
/// @param healthWithin until it must answer; after three misses in a row it is replaced
/// @param firstPause before the first restart; doubled each time
/// @param longestPause greatest pause between restarts
/// @param stable how long it must have been ready for the pauses to begin anew
public record EngineLimits(
        Duration load,
        Duration stop,
        Duration healthEvery,
        Duration healthWithin,
        Duration firstPause,
        Duration longestPause,
        Duration stable) {
    /// 180 s, 5 s, 15 s, 5 s, 1 s, 60 s, 60 s.
    public static final EngineLimits DEFAULT =
            new EngineLimits(
                    Duration.ofSeconds(180),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60));

    /// The pause before the restart of that number, counted from 1.
    Duration pause(int restart) {
        var doublings = Math.min(restart - 1, 20);
        var pause = firstPause.multipliedBy(1L << doublings);
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
