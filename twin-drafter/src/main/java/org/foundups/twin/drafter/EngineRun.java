package org.foundups.twin.drafter;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.foundups.twin.drafter.EngineEndpoint.Availability;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of one child, from its start to its end. One thread.
final class EngineRun {
    private static final Logger LOG = LoggerFactory.getLogger(EngineRun.class);

    /// How a run ended. The child is gone by then.
    sealed interface End {
        /// Because it was to end.
        record Closed() implements End {}

        /// By itself.
        ///
        /// @param wasStable whether it had been ready long enough to be thought sound
        record Broken(String sentence, boolean wasStable) implements End {}
    }

    private final EngineSettings settings;
    private final BlockingQueue<EngineEvent> events;
    private final BiConsumer<EngineStatus, Availability> show;
    private final Runnable whenReady;
    private final EngineHealth health;
    private Deadline patience;
    private @Nullable Deadline stable;
    private EngineEndpoint.@Nullable Ready ready;
    private @Nullable String complaint;

    EngineRun(
            EngineSettings settings,
            BlockingQueue<EngineEvent> events,
            BiConsumer<EngineStatus, Availability> show,
            Runnable whenReady) {
        this.settings = settings;
        this.events = events;
        this.show = show;
        this.whenReady = whenReady;
        this.health = new EngineHealth(settings.limits().healthWithin());
        this.patience = Deadline.in(settings.limits().load());
    }

    End follow(EngineChild child, EngineStatus before) throws InterruptedException {
        var pid = child.pid();
        LOG.info("The model engine is started as process {}", pid);
        var status = before.loading(pid, 0);
        show.accept(status, EngineSupervisor.loading(0));
        try {
            while (true) {
                var event = events.poll(patience.left().toNanos(), TimeUnit.NANOSECONDS);
                switch (event) {
                    case null -> {
                        var silent = silent();
                        if (silent != null) return broken(silent);
                    }
                    case EngineEvent.Loading loading -> {
                        if (ready != null) continue;
                        status = status.loading(pid, loading.progress());
                        show.accept(status, EngineSupervisor.loading(loading.progress()));
                    }
                    case EngineEvent.Ready up -> {
                        status = status.ready(up.load());
                        becameReady(child, up, status);
                    }
                    case EngineEvent.Failed failed -> complaint = failed.sentence();
                    case EngineEvent.Chatter chatter ->
                            LOG.debug("model engine: {}", chatter.line());
                    case EngineEvent.Exited exited -> {
                        return broken(ended(exited.status(), child));
                    }
                    case EngineEvent.Closing _ -> {
                        child.stop(settings.limits().stop());
                        return new End.Closed();
                    }
                }
            }
        } finally {
            child.bury();
        }
    }

    private void becameReady(EngineChild child, EngineEvent.Ready up, EngineStatus status) {
        LOG.info("The model {} is ready after {} ms", settings.model(), up.load().toMillis());
        ready =
                new EngineEndpoint.Ready(
                        EngineSupervisor.base(up.port()),
                        child.key(),
                        settings.model(),
                        settings.modelSha256(),
                        EngineEndpoint.ServerHint.EMBEDDED);
        stable = Deadline.in(settings.limits().stable());
        patience = Deadline.in(settings.limits().healthEvery());
        show.accept(status, ready);
        Thread.ofVirtual().name("engine-ready").start(whenReady);
    }

    /// Nothing was heard for a while: while loading that is a failure, later a reason to ask.
    ///
    /// @return what is wrong, or null
    private @Nullable String silent() throws InterruptedException {
        if (ready == null) {
            return "The model was not loaded within "
                    + settings.limits().load().toSeconds()
                    + " s.";
        }
        patience = Deadline.in(settings.limits().healthEvery());
        return ready.key() == null || health.answers(ready.base(), ready.key())
                ? null
                : "The model engine runs but does not answer any more.";
    }

    private End broken(String sentence) {
        return new End.Broken(sentence, stable != null && stable.passed());
    }

    private String ended(int status, EngineChild child) {
        var how =
                status > 128
                        ? "was ended by signal " + (status - 128)
                        : "ended with status " + status;
        var when = ready == null ? " before its model was loaded" : "";
        var why = complaint == null ? lastWords(child) : ": " + complaint;
        return "The model engine " + how + when + why + (why.endsWith(".") ? "" : ".");
    }

    private static String lastWords(EngineChild child) {
        var lines = child.complaints();
        return lines.isEmpty() ? "" : ". It said: " + Plain.line(lines.getLast(), 200);
    }
}
