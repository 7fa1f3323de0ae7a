package org.foundups.twin.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The live side of a job: collects progress, writes it now and then, and holds the work up when
/// asked.
final class RunningJob implements JobProgress {
    private static final Duration WRITE_GRAIN = Duration.ofMillis(250);
    private static final int KEPT_ERRORS = 1000;

    private final UUID id;
    private final JobStore store;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<JobError> errors = new ArrayList<>();
    private boolean paused;
    private boolean stopped;
    private Instant written = Instant.EPOCH;
    private long done;
    private @Nullable Long total;
    private long failed;
    private long skipped;
    private @Nullable String current;

    RunningJob(UUID id, JobStore store, InstantSource clock) {
        this.id = id;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void at(
            long done, @Nullable Long total, long failed, long skipped, @Nullable String current) {
        lock.lock();
        try {
            this.done = done;
            this.total = total;
            this.failed = failed;
            this.skipped = skipped;
            this.current = current;
            if (Duration.between(written, clock.instant()).compareTo(WRITE_GRAIN) >= 0) write();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void refused(JobError error) {
        lock.lock();
        try {
            if (errors.size() < KEPT_ERRORS) errors.add(error);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean goOn() {
        lock.lock();
        try {
            while (paused && !stopped) changed.await();
            return !stopped;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Writes what is known now, whatever was written last.
    void write() {
        lock.lock();
        try {
            written = clock.instant();
            store.progress(id, done, total, failed, skipped, current, errors);
        } finally {
            lock.unlock();
        }
    }

    void pause(boolean pause) {
        signal(pause, stopped);
    }

    void stop() {
        signal(paused, true);
    }

    private void signal(boolean pause, boolean stop) {
        lock.lock();
        try {
            paused = pause;
            stopped = stop;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
