package org.foundups.twin.llama;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// On how many threads to compute: on as many as there are cores that nobody else uses.
///
/// Native threads wait for each other some hundred times a token, and they wait by spinning. If
/// another program takes a core from one of them, the others burn theirs until it comes back. On
/// two cores with one other busy program, two threads wrote 1 token a second where one thread wrote
/// 16. Belongs to one thread.
final class ThreadChoice {
    private static final long BETWEEN_LOOKS = Duration.ofMillis(200).toNanos();
    private static final double TOLERATED = 0.35;
    private static final double WISHED = 0.2;

    private final int most;
    private final Supplier<Optional<MachineLoad>> loads;
    private Optional<MachineLoad> last;
    private int threads;

    /// @param most as many as the user allows
    /// @param loads the load up to now
    ThreadChoice(int most, Supplier<Optional<MachineLoad>> loads) {
        this.most = most;
        this.threads = most;
        this.loads = loads;
        this.last = loads.get();
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

    /// A core that is used a little counts as free while it is ours, and is taken only when it is
    /// all but idle: so the number does not go to and fro.
    private int choose(double freeCores) {
        var fewer = (int) (freeCores + TOLERATED);
        var more = (int) (freeCores + WISHED);
        return Math.clamp(Math.max(more, Math.min(threads, fewer)), 1, most);
    }
}
