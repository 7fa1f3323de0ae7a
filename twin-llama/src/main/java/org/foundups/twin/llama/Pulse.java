package org.foundups.twin.llama;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Tells a busy worker from a hung one. The worker beats while it works; any thread may look.
final class Pulse {
    /// Longer than any single operation of a model takes.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LongSupplier nanoClock;
    private volatile boolean working;
    private volatile long lastBeat;

    Pulse(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.lastBeat = nanoClock.getAsLong();
    }

    void beat() {
        lastBeat = nanoClock.getAsLong();
    }

    void working() {
        beat();
        working = true;
    }

    void resting() {
        working = false;
    }

    boolean alive() {
        return !working || nanoClock.getAsLong() - lastBeat < PATIENCE.toNanos();
    }
}
