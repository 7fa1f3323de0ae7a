package org.foundups.twin.api.jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.foundups.twin.core.TwinException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs jobs one after the other: on a small machine two at once would only make both slower.
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final JobStore store;
    private final InstantSource clock;
    private final Map<String, JobWork> works;
    private final Map<UUID, RunningJob> running = new ConcurrentHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("jobs").daemon().factory());
    private volatile boolean closing;

    /// @param works what each kind of job does
    public Jobs(JdbcClient database, InstantSource clock, Map<String, JobWork> works) {
        this.store = new JobStore(database);
        this.clock = clock;
        this.works = Map.copyOf(works);
    }

    /// Takes up what an earlier run of the service left unfinished.
    public void resumeUnfinished() {
        for (var job : new ArrayDeque<>(store.unfinished())) {
            LOG.info("Taking up the job {} ({}) again.", job.id(), job.kind());
            enqueue(job);
        }
    }

    /// Queues a job.
    public Job submit(String kind, String parameters) {
        if (!works.containsKey(kind))
            throw new IllegalArgumentException("no such kind of job: " + kind);
        var job =
                new Job(
                        UUID.randomUUID(),
                        kind,
                        JobState.QUEUED,
                        parameters,
                        0,
                        null,
                        0,
                        0,
                        null,
                        List.of(),
                        null,
                        clock.instant(),
                        null,
                        null);
        store.insert(job);
        enqueue(job);
        return job;
    }

    public Optional<Job> find(UUID id) {
        return store.find(id);
    }

    /// Newest first.
    public List<Job> before(Instant instant, int limit) {
        return store.page(instant, limit);
    }

    /// How many jobs are in a state.
    public long count(JobState state) {
        return store.count(state);
    }

    /// Holds a job up; it stays where it is, also over a restart.
    public Job pause(UUID id) {
        return changed(id, JobState.PAUSED, live -> live.pause(true));
    }

    /// Lets a paused job go on.
    public Job resume(UUID id) {
        var job = required(id);
        var live = running.get(id);
        var next = live == null ? JobState.QUEUED : JobState.RUNNING;
        require(job, next);
        change(job, next);
        if (live == null) enqueue(job);
        else live.pause(false);
        return required(id);
    }

    /// Ends a job; what it did stays done.
    public Job cancel(UUID id) {
        return changed(id, JobState.CANCELLED, RunningJob::stop);
    }

    private Job changed(UUID id, JobState next, Consumer<RunningJob> tell) {
        var job = required(id);
        require(job, next);
        change(job, next);
        var live = running.get(id);
        if (live != null) tell.accept(live);
        return required(id);
    }

    private void change(Job job, JobState next) {
        if (!store.change(job.id(), job.state(), next, clock.instant(), null)) {
            throw new TwinException(
                    TwinException.Code.CONFLICT, "The job changed meanwhile; look again.");
        }
    }

    private static void require(Job job, JobState next) {
        if (!job.state().mayBecome(next)) {
            throw new TwinException(
                    TwinException.Code.CONFLICT,
                    "A job that is " + job.state().id() + " cannot become " + next.id() + ".");
        }
    }

    private Job required(UUID id) {
        return store.find(id)
                .orElseThrow(() ->
                        new TwinException(TwinException.Code.NOT_FOUND, "There is no such job."));
    }

    private void enqueue(Job job) {
        worker.execute(() -> run(job.id()));
    }

    private void run(UUID id) {
        var job = store.find(id).orElse(null);
        if (closing || job == null) return;
        var taken =
                job.state() == JobState.RUNNING
                        || (job.state() == JobState.QUEUED
                                && store.change(
                                        id,
                                        JobState.QUEUED,
                                        JobState.RUNNING,
                                        clock.instant(),
                                        null));
        if (!taken) return;
        var live = new RunningJob(id, store, clock);
        running.put(id, live);
        try {
            var work = works.get(job.kind());
            if (work == null) throw new IllegalStateException("no such kind of job: " + job.kind());
            finish(live, id, JobState.DONE, work.run(job.parameters(), live));
        } catch (TwinException failure) {
            finish(live, id, JobState.FAILED, String.valueOf(failure.getMessage()));
        } catch (Exception failure) {
            LOG.error("The job {} failed.", id, failure);
            finish(live, id, JobState.FAILED, "It failed unexpectedly; the log has the details.");
        } finally {
            running.remove(id);
        }
    }

    private void finish(RunningJob live, UUID id, JobState end, String message) {
        live.write();
        // When the service ends, the job stays as it is and is taken up at the next start.
        if (closing) return;
        store.change(id, JobState.RUNNING, end, clock.instant(), message);
    }

    @Override
    public void close() {
        closing = true;
        running.values().forEach(RunningJob::stop);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) worker.shutdownNow();
        } catch (InterruptedException interrupted) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
