package org.foundups.twin.drafter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.foundups.twin.core.Draft;
import org.foundups.twin.core.TwinException.Code;
import org.foundups.twin.core.Undrafted;
import org.foundups.twin.drafter.EngineStatus.State;
import org.foundups.twin.testing.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineSupervisorTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final EngineLimits QUICK =
            new EngineLimits(
                    LONG,
                    Duration.ofSeconds(3),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(50),
                    LONG,
                    LONG);

    private @Nullable EngineSupervisor supervisor;

    @TempDir @Nullable Path folder;

    private EngineSupervisor supervise(EngineLimits limits, String... behaviours) {
        return supervise(limits, FakeEngine.command(behaviours));
    }

    private EngineSupervisor supervise(EngineLimits limits, List<String> command) {
        supervisor = EngineSupervisor.of(new EngineSettings(command, "fake", "ab12", limits));
        return supervisor;
    }

    @AfterEach
    void endChild() {
        if (supervisor != null) supervisor.close();
    }

    private static EngineStatus started(EngineSupervisor supervisor) throws InterruptedException {
        supervisor.start(() -> {});
        return supervisor.awaitReady(LONG);
    }

    private static boolean runs(EngineStatus status) {
        return status.pid() != null
                && ProcessHandle.of(status.pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void leavesEveryVirtualThreadRoomToRun() throws InterruptedException {
        var silent = new ArrayList<EngineSupervisor>();
        try {
            for (var count = 0; count < Runtime.getRuntime().availableProcessors(); count++) {
                silent.add(supervise(QUICK));
                assertThat(started(silent.getLast()).state()).isEqualTo(State.READY);
            }
            var ran = new CountDownLatch(1);
            Thread.ofVirtual().start(ran::countDown);
            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            silent.forEach(EngineSupervisor::close);
        }
    }

    @Test
    void servesDraftsOnceReady() throws InterruptedException {
        var supervisor = supervise(QUICK);
        var status = started(supervisor);
        assertThat(status.state()).isEqualTo(State.READY);
        assertThat(status.load()).isEqualTo(Duration.ofMillis(12));
        assertThat(runs(status)).isTrue();
        var drafter = ModelDrafter.over(supervisor, DraftingSettings.DEFAULT, UUID::randomUUID);
        assertThat(drafter.draft(Fixtures.brief("Who are you?"), _ -> {}))
                .isInstanceOfSatisfying(
                        Draft.class,
                        draft -> {
                            assertThat(draft.text()).isEqualTo("I am a fake engine.");
                            assertThat(draft.generator().modelSha256()).isEqualTo("ab12");
                        });
    }

    @Test
    void tellsWhenReady() throws InterruptedException {
        var told = new CountDownLatch(1);
        var supervisor = supervise(QUICK);
        supervisor.start(told::countDown);
        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> supervisor.start(() -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesNoChildBehind() throws InterruptedException {
        var supervisor = supervise(QUICK);
        var status = started(supervisor);
        supervisor.close();
        assertThat(runs(status)).isFalse();
        assertThat(supervisor.status().state()).isEqualTo(State.STOPPED);
        assertThat(reason(supervisor)).contains("is stopped");
    }

    @Test
    void endsChildThatIgnoresClosedInput() throws InterruptedException {
        var supervisor = supervise(QUICK, "ignores-closed-input");
        var status = started(supervisor);
        supervisor.close();
        assertThat(runs(status)).isFalse();
    }

    @Test
    void saysWhyChildFailed() throws InterruptedException {
        var limits = new EngineLimits(LONG, Duration.ofSeconds(3), LONG, LONG, LONG, LONG, LONG);
        var supervisor = supervise(limits, "fails");
        var status = started(supervisor);
        assertThat(status.state()).isEqualTo(State.PAUSING);
        assertThat(status.lastFailure())
                .isEqualTo(
                        "The model engine ended with status 3 before its model was loaded:"
                                + " the file is broken.");
        assertThat(reason(supervisor)).contains("the file is broken", "within 30 s");
    }

    @Test
    void saysThatCommandIsMissing() throws InterruptedException {
        var status = started(supervise(withLongPause(), List.of("/no/such/java", "-version")));
        assertThat(status.lastFailure()).contains("cannot be started", "/no/such/java");
    }

    private static EngineLimits withLongPause() {
        return new EngineLimits(LONG, Duration.ofSeconds(3), LONG, LONG, LONG, LONG, LONG);
    }

    @Test
    void killsChildThatHangsWhileLoading() throws InterruptedException {
        var limits =
                new EngineLimits(
                        Duration.ofMillis(600),
                        Duration.ofSeconds(3),
                        LONG,
                        LONG,
                        LONG,
                        LONG,
                        LONG);
        var status = started(supervise(limits, "hangs"));
        assertThat(status.state()).isEqualTo(State.PAUSING);
        assertThat(status.lastFailure()).contains("not loaded within");
        assertThat(status.pid()).isNull();
    }

    @Test
    void restartsChildThatDied() throws InterruptedException {
        var ready = new CountDownLatch(1);
        var supervisor =
                supervise(QUICK, "crashes-once", String.valueOf(folder) + "/crashed-before");
        supervisor.start(ready::countDown);
        assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
        var status = supervisor.status();
        assertThat(status.restarts()).isEqualTo(1);
        assertThat(status.lastFailure()).contains("ended by signal 6");
    }

    @Test
    void replacesChildThatFallsSilent() throws InterruptedException {
        var ready = new CountDownLatch(2);
        var supervisor = supervise(QUICK, "silent");
        supervisor.start(ready::countDown);
        assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(supervisor.status().lastFailure()).contains("does not answer any more");
    }

    @Test
    void failsRequestFastWhenChildDies() throws InterruptedException {
        var supervisor = supervise(QUICK, "dies-in-mid-answer");
        started(supervisor);
        var drafter = ModelDrafter.over(supervisor, DraftingSettings.DEFAULT, UUID::randomUUID);
        assertThat(drafter.draft(Fixtures.brief("Who are you?"), _ -> {}))
                .isInstanceOfSatisfying(
                        Undrafted.class,
                        undrafted -> {
                            assertThat(undrafted.code()).isEqualTo(Code.MODEL_UNAVAILABLE);
                            assertThat(undrafted.reason())
                                    .contains("embedded model engine broke off");
                        });
    }

    @Test
    void stopsWhilePausing() throws InterruptedException {
        var supervisor = supervise(withLongPause(), "fails");
        started(supervisor);
        supervisor.close();
        assertThat(supervisor.status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void pausesLongerAfterEachFailure() {
        var limits = EngineLimits.DEFAULT;
        assertThat(limits.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.pause(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(limits.pause(7)).isEqualTo(Duration.ofSeconds(60));
        assertThat(limits.pause(5000)).isEqualTo(Duration.ofSeconds(60));
    }

    private static String reason(EngineSupervisor supervisor) {
        return ((EngineEndpoint.NotReady) supervisor.current()).reason();
    }
}
