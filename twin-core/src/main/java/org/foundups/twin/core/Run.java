package org.foundups.twin.core;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The bookkeeping of one consideration: what is running, how long it took, who is told. One
/// thread.
final class Run {
    private final LongSupplier nanoTime;
    private final Witness witness;
    private final long begun;
    private final Map<Stage, Duration> spent = new EnumMap<>(Stage.class);
    private Stage current = Stage.SCREEN;

    Run(LongSupplier nanoTime, Witness witness) {
        this.nanoTime = nanoTime;
        this.witness = witness;
        this.begun = nanoTime.getAsLong();
    }

    <T> T timed(Stage stage, Supplier<T> work) {
        current = stage;
        var start = nanoTime.getAsLong();
        var result = work.get();
        var took = Duration.ofNanos(nanoTime.getAsLong() - start);
        spent.merge(stage, took, Duration::plus);
        witness.finished(stage, took);
        return result;
    }

    /// The edge of the stages: whatever breaks inside one becomes grounds for holding.
    Grounds guarded(Incoming incoming, Supplier<Grounds> work) {
        try {
            return work.get();
        } catch (TwinException failure) {
            return new Interrupted(
                    incoming, current, failure.code(), String.valueOf(failure.getMessage()));
        } catch (RuntimeException bug) {
            witness.broke(current, bug);
            return new Interrupted(
                    incoming,
                    current,
                    TwinException.Code.INTERNAL,
                    "The stage " + current.id() + " failed unexpectedly; the log has the details.");
        }
    }

    Consumer<String> tokens(Brief brief) {
        var attempt = brief.attempt();
        return text -> witness.token(attempt, text);
    }

    Consideration finished(Decision decision) {
        return new Consideration(
                decision, new Timings(spent, Duration.ofNanos(nanoTime.getAsLong() - begun)));
    }
}
