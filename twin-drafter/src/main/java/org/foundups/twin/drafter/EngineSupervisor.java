package org.foundups.twin.drafter;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.foundups.twin.core.TwinException.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the embedded engine running: starts it, waits until its model is loaded, watches it,
/// starts it again with growing pauses when it dies or falls silent, and ends it at the end. Safe
/// for use by several threads; all that happens to the child is decided by one thread of its own.
public final class EngineSupervisor implements EngineEndpoint, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineSupervisor.class);

    private final EngineSettings settings;
    private final Supplier<String> keys;
    private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Object change = new Object();
    private volatile EngineStatus status;
    private volatile Availability availability = absent("The model engine is not started.");
    private volatile boolean started;

    private EngineSupervisor(EngineSettings settings, Supplier<String> keys) {
        this.settings = settings;
        this.keys = keys;
        this.status = EngineStatus.stopped(settings);
    }

    /// A supervisor that has not started anything yet. Each child gets a new random bearer token.
    public static EngineSupervisor of(EngineSettings settings) {
        return new EngineSupervisor(settings, randomKeys());
    }

    /// Starts the engine and returns at once.
    ///
    /// @param whenReady called on a thread of its own each time a child has become ready, such as
    ///   to have it read the unchanging part of the prompts
    /// @throws IllegalStateException if it was started before
    public synchronized void start(Runnable whenReady) {
        if (started) throw new IllegalStateException("the supervisor was started before");
        started = true;
        show(status.loading(null, 0), loading(0));
        Thread.ofPlatform().daemon().name("engine-supervisor").start(() -> supervise(whenReady));
    }

    @Override
    public Availability current() {
        return availability;
    }

    /// How the engine is at this moment.
    public EngineStatus status() {
        return status;
    }

    /// Waits until the engine is ready, or has failed, or the time is up.
    ///
    /// @return how it is then
    public EngineStatus awaitReady(Duration limit) throws InterruptedException {
        var deadline = Deadline.in(limit);
        synchronized (change) {
            while (status.state() == EngineStatus.State.LOADING && !deadline.passed()) {
                change.wait(Math.max(1, deadline.left().toMillis()));
            }
        }
        return status;
    }

    /// Ends the child and returns when it is gone, within the time the settings give it.
    @Override
    public void close() {
        events.add(new EngineEvent.Closing());
        if (!started) return;
        try {
            var patience = settings.limits().stop().plusSeconds(2);
            if (!over.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The model engine did not end within {}", patience);
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise(Runnable whenReady) {
        try {
            var failures = 0;
            while (true) {
                var run = new EngineRun(settings, events, this::show, whenReady);
                var end = run(run);
                if (end instanceof EngineRun.End.Closed) break;
                var failed = (EngineRun.End.Broken) end;
                failures = failed.wasStable() ? 1 : failures + 1;
                if (!pause(failed.sentence(), settings.limits().pause(failures))) break;
                show(status.restarting(), loading(0));
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        } finally {
            show(status.stopped(), absent("The model engine is stopped."));
            over.countDown();
        }
    }

    private EngineRun.End run(EngineRun run) throws InterruptedException {
        try {
            return run.follow(EngineChild.start(settings.command(), keys.get(), events), status);
        } catch (IOException notStarted) {
            return new EngineRun.End.Broken(
                    "The model engine cannot be started: " + notStarted.getMessage() + ".", false);
        }
    }

    /// @return false if the supervisor is to end
    private boolean pause(String failure, Duration pause) throws InterruptedException {
        LOG.warn("{} It is started again in {} ms.", failure, pause.toMillis());
        show(
                status.pausing(failure),
                absent(failure + " It is started again within " + seconds(pause) + " s."));
        var deadline = Deadline.in(pause);
        while (!deadline.passed()) {
            var event = events.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (event instanceof EngineEvent.Closing) return false;
        }
        return true;
    }

    private void show(EngineStatus next, Availability where) {
        synchronized (change) {
            status = next;
            availability = where;
            change.notifyAll();
        }
    }

    static Availability loading(double part) {
        return absent(
                "The model is being loaded (" + Math.round(part * 100) + " %). Try again soon.");
    }

    static Availability absent(String reason) {
        return new NotReady(Code.MODEL_UNAVAILABLE, reason);
    }

    static URI base(int port) {
        return URI.create("http://127.0.0.1:" + port + "/v1");
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.toSeconds());
    }

    private static Supplier<String> randomKeys() {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}
