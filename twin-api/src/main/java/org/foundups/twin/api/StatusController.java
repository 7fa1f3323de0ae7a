package org.foundups.twin.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.foundups.twin.api.database.EmbeddedDatabase;
import org.foundups.twin.api.jobs.JobState;
import org.foundups.twin.api.jobs.Jobs;
import org.foundups.twin.drafter.EngineEndpoint;
import org.foundups.twin.drafter.EngineSupervisor;
import org.foundups.twin.rag.MemoryStats;
import org.foundups.twin.rag.VoiceMemory;
import org.foundups.twin.trajectory.Relay;
import org.foundups.twin.trajectory.TrajectoryReader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the twin is, on one page.
@RestController
@RequestMapping("/api/v1/status")
final class StatusController {
    private final Build build;
    private final PersonaFiles personas;
    private final ModelEngine engine;
    private final VoiceMemory memory;
    private final Relay relay;
    private final Jobs jobs;
    private final TrajectoryReader trajectories;
    private final JdbcClient database;
    private final ObjectProvider<EmbeddedDatabase> embedded;
    private final Instant started;

    StatusController(
            Build build,
            PersonaFiles personas,
            ModelEngine engine,
            VoiceMemory memory,
            Relay relay,
            Jobs jobs,
            TrajectoryReader trajectories,
            JdbcClient database,
            ObjectProvider<EmbeddedDatabase> embedded,
            InstantSource clock) {
        this.build = build;
        this.personas = personas;
        this.engine = engine;
        this.memory = memory;
        this.relay = relay;
        this.jobs = jobs;
        this.trajectories = trajectories;
        this.database = database;
        this.embedded = embedded;
        this.started = clock.instant();
    }

    /// @param source embedded, external or absent
    /// @param state stopped, loading, ready or pausing; of a server of the operator's ready or
    ///   unreachable
    /// @param reason why it does not answer; null if it should
    record ModelView(
            String source,
            String state,
            @Nullable String endpoint,
            @Nullable String model,
            @Nullable String sha256,
            @Nullable Long pid,
            @Nullable Long loadMs,
            int restarts,
            @Nullable String lastFailure,
            @Nullable String reason) {}

    /// @param kind embedded or external
    record DatabaseView(String kind, String version, int restarts) {}

    record RelayView(boolean up, int lag, @Nullable String failure) {}

    record JobsView(long running, long queued, long paused) {}

    record StatusView(
            String version,
            Instant startedAt,
            boolean ready,
            String persona,
            ModelView model,
            MemoryStats memory,
            DatabaseView database,
            RelayView relay,
            JobsView jobs,
            Map<String, Long> trajectories) {}

    @GetMapping
    StatusView status() {
        var failure = relay.failure();
        return new StatusView(
                build.version(),
                started,
                engine.settled(),
                personas.standard().id(),
                engine.supervisor().map(this::running).orElseGet(this::elsewhere),
                memory.stats(),
                database(),
                new RelayView(failure == null, relay.lag(), failure),
                new JobsView(
                        jobs.count(JobState.RUNNING),
                        jobs.count(JobState.QUEUED),
                        jobs.count(JobState.PAUSED)),
                trajectories.counts());
    }

    private ModelView running(EngineSupervisor supervisor) {
        var status = supervisor.status();
        var load = status.load();
        return new ModelView(
                "embedded",
                status.state().id(),
                null,
                status.model(),
                status.modelSha256(),
                status.pid(),
                load == null ? null : load.toMillis(),
                status.restarts(),
                status.lastFailure(),
                reason());
    }

    private ModelView elsewhere() {
        var source = engine.source().name().toLowerCase(Locale.ROOT);
        var model =
                engine.endpoint().current() instanceof EngineEndpoint.Ready ready
                        ? ready.model()
                        : null;
        var state = engine.reachable() ? "ready" : "unreachable";
        return new ModelView(
                source, state, engine.address(), model, null, null, null, 0, null, reason());
    }

    private @Nullable String reason() {
        return engine.endpoint().current() instanceof EngineEndpoint.NotReady absent
                ? absent.reason()
                : null;
    }

    private DatabaseView database() {
        var own = embedded.getIfAvailable();
        var version = database.sql("SHOW server_version").query(String.class).single();
        return new DatabaseView(
                own == null ? "external" : "embedded", version, own == null ? 0 : own.restarts());
    }
}
