package org.foundups.twin.llama;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// On how many threads to compute: on as many as there are cores that others leave free.
///
/// Native threads wait for each other some hundred times a token, and they wait by spinning. If
/// other programs take the cores from some of them, the rest burn theirs until those come back.
/// Measured on two cores with a model of 1.5 billion parameters, milliseconds a token on two
/// threads against one: 98 against 146 beside a program that was busy for 30 % of the time, 125
/// against 145 at 60 %, 200 against 140 at 100 %, 247 against 165 beside two busy programs. Belongs
/// to one thread.
final class ThreadChoice {
    private static final long BETWEEN_LOOKS = Duration.ofMillis(200).toNanos();
    private static final double TOLERATED = 0.75;
    private static final double WISHED = 0.6;
    private static final int GLANCES = 5;

    private final int most;
    private final Supplier<Optional<MachineLoad>> loads;
    private final Runnable pause;
    private Optional<MachineLoad> last;
    private int threads;

    /// @param most as many as the user allows
    /// @param loads the load up to now
    /// @param pause waits about two milliseconds
    ThreadChoice(int most, Supplier<Optional<MachineLoad>> loads, Runnable pause) {
        this.most = most;
        this.pause = pause;
        this.threads = most;
        this.loads = loads;
        this.last = loads.get();
    }

    /// Whether the number may change from one batch to the next.
    boolean watches() {
        return most > 1 && last.isPresent();
    }

    /// Looks at the machine if that was not done just now.
    ///
    /// @param nowNanos on the clock of the loads
    int threads(long nowNanos) {
        if (last.isEmpty() || nowNanos - last.get().wallNanos() < BETWEEN_LOOKS) return threads;
        var load = loads.get();
        if (load.isPresent()) {
            threads = choose(load.get().cores() - load.get().othersSince(last.get()));
        }
        last = load;
        return threads;
    }

    /// Chooses anew after a rest. What others did meanwhile says nothing about now, so those count
    /// who want a core at this moment; the lowest of a few glances, for whoever has just sent the
    /// request is about to sleep. One alone may stay: if it is busy all the time, the next look
    /// says so.
    int afterRest() {
        var others = Integer.MAX_VALUE;
        for (var glance = 0; glance < GLANCES && others > 1; glance++) {
            if (glance > 0) pause.run();
            last = loads.get();
            if (last.isEmpty()) return threads;
            others = Math.min(others, last.get().running() - 1);
        }
        threads = Math.clamp(last.orElseThrow().cores() - Math.max(0, others - 1), 1, most);
        return threads;
    }

    /// A core that others use counts as free up to the point where a thread less is faster; to take
    /// one back it has to be freer than that, so that the number does not go to and fro.
    private int choose(double freeCores) {
        var fewer = (int) (freeCores + TOLERATED);
        var more = (int) (freeCores + WISHED);
        return Math.clamp(Math.max(more, Math.min(threads, fewer)), 1, most);
    }
}
