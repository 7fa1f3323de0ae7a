package org.foundups.twin.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelayTest {
    @TempDir Path directory;
    private final TrajectoryStore store = TrajectoryStore.emptied();

    private Path file(Kind kind) {
        return directory.resolve(kind.id() + ".jsonl");
    }

    private Relay opened() {
        return Relay.open(directory, store.database);
    }

    private static void carryAll(Relay relay) throws IOException {
        while (relay.carryBatch()) {}
    }

    /// A whole life: opened, everything carried, closed.
    private void relayed() throws IOException {
        try (var relay = opened()) {
            carryAll(relay);
        }
    }

    private void holdsEachLineOnceAndInOrder() throws IOException {
        for (var kind : Kind.values()) {
            var whole =
                    String.join("", store.lines(kind).stream().map(line -> line + "\n").toList());
            assertThat(Files.readString(file(kind))).isEqualTo(whole);
        }
    }

    @Test
    void carriesEachLineOnceAndInOrder() throws IOException {
        store.append(Kind.DRAFTS);
        store.appendMany(1_600);
        relayed();
        holdsEachLineOnceAndInOrder();
        store.append(Kind.DECISIONS);
        relayed();
        relayed();
        holdsEachLineOnceAndInOrder();
        assertThat(Files.readAllLines(file(Kind.DRAFTS))).hasSizeGreaterThan(500);
    }

    @Test
    void makesAFileForEachKind() throws IOException {
        relayed();
        for (var kind : Kind.values()) assertThat(file(kind)).isEmptyFile();
    }

    @Test
    void mendsAFileCutAnywhere() throws IOException {
        for (var number = 0; number < 3; number++) store.append(Kind.DRAFTS);
        relayed();
        var whole = Files.readAllBytes(file(Kind.DRAFTS));
        var line = whole.length / 3;
        for (var cut :
                List.of(0, 1, line - 1, line, line + 1, 2 * line, 2 * line + 50, 3 * line - 1)) {
            try (var bytes = Files.newByteChannel(file(Kind.DRAFTS), StandardOpenOption.WRITE)) {
                bytes.truncate(cut);
            }
            relayed();
            assertThat(Files.readAllBytes(file(Kind.DRAFTS))).as("cut at %d", cut).isEqualTo(whole);
        }
    }

    @Test
    void mendsATornLineLongerThanItReadsAtOnce() throws IOException {
        store.append(Kind.DRAFTS);
        relayed();
        Files.writeString(
                file(Kind.DRAFTS), "{\"v\":1," + "x".repeat(200_000), StandardOpenOption.APPEND);
        store.append(Kind.DRAFTS);
        relayed();
        holdsEachLineOnceAndInOrder();
    }

    @Test
    void writesADeletedFileAnew() throws IOException {
        store.append(Kind.DRAFTS);
        try (var relay = opened()) {
            carryAll(relay);
            Files.delete(file(Kind.DRAFTS));
            store.append(Kind.DRAFTS);
            carryAll(relay);
            holdsEachLineOnceAndInOrder();
            Files.delete(file(Kind.DRAFTS));
            carryAll(relay);
            holdsEachLineOnceAndInOrder();
        }
    }

    @Test
    void writesAnEmptiedFileAnew() throws IOException {
        store.append(Kind.DRAFTS);
        try (var relay = opened()) {
            carryAll(relay);
            Files.writeString(file(Kind.DRAFTS), "");
            store.append(Kind.DRAFTS);
            carryAll(relay);
            holdsEachLineOnceAndInOrder();
        }
    }

    @Test
    void doesNotGlueItsLinesToWhatSomebodyElseWrote() throws IOException {
        store.append(Kind.DRAFTS);
        try (var relay = opened()) {
            carryAll(relay);
            Files.writeString(file(Kind.DRAFTS), "{\"torn\":", StandardOpenOption.APPEND);
            store.append(Kind.DRAFTS);
            carryAll(relay);
            holdsEachLineOnceAndInOrder();
        }
    }

    @Test
    void repeatsNothingBehindALineItDoesNotKnow() throws IOException {
        store.append(Kind.DRAFTS);
        relayed();
        var foreign = "{\"v\":1,\"id\":\"00000000-0000-0000-0000-000000000001\"}";
        var note = "\u00ff not even JSON";
        Files.write(file(Kind.DRAFTS), List.of(foreign, note), StandardOpenOption.APPEND);
        store.append(Kind.DRAFTS);
        relayed();
        var ours = store.lines(Kind.DRAFTS);
        assertThat(Files.readAllLines(file(Kind.DRAFTS)))
                .containsExactly(ours.get(0), foreign, note, ours.get(1));
    }

    @Test
    void goesOnInAFileThatServedAnotherDatabaseInBetween() throws IOException {
        var other = new TrajectoryStore();
        store.append(Kind.DRAFTS);
        relayed();
        other.append(Kind.DRAFTS);
        try (var relay = Relay.open(directory, other.database)) {
            carryAll(relay);
        }
        store.append(Kind.DRAFTS);
        relayed();
        assertThat(Files.readAllLines(file(Kind.DRAFTS)))
                .containsExactly(
                        store.lines(Kind.DRAFTS).get(0),
                        other.lines(Kind.DRAFTS).get(0),
                        store.lines(Kind.DRAFTS).get(1));
    }

    @Test
    void refusesADirectoryThatAnotherRelayHas() {
        try (var first = opened()) {
            assertThatThrownBy(this::opened)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another twin");
            // The refused attempt has not cost the first its lock.
            assertThat(RelayChild.refused(directory, store.source)).isTrue();
            assertThat(first.failure()).isNull();
        }
        opened().close();
    }

    @Test
    void givesItsDirectoryBackOnlyOnce() {
        var first = opened();
        first.close();
        try (var second = opened()) {
            first.close();
            assertThatThrownBy(this::opened)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another twin");
            assertThat(second.failure()).isNull();
        }
    }

    @Test
    void refusesADirectoryThatIsNone() throws IOException {
        var occupied = Files.writeString(directory.resolve("occupied"), "");
        assertThatThrownBy(() -> Relay.open(occupied, store.database))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void saysThatItCannotWriteAndGoesOnOnceItCan() throws Exception {
        // Root may write anywhere, but nobody can write to a directory as if it were a file.
        Files.createDirectory(file(Kind.DRAFTS));
        store.append(Kind.DRAFTS);
        try (var relay = opened()) {
            relay.start();
            waitUntil(() -> relay.failure() != null);
            assertThat(relay.failure())
                    .contains("cannot be written")
                    .doesNotContain(directory.toString());
            assertThat(relay.lag()).isOne();
            Files.delete(file(Kind.DRAFTS));
            waitUntil(() -> {
                relay.wake();
                return relay.lag() == 0 && relay.failure() == null;
            });
        }
        holdsEachLineOnceAndInOrder();
    }

    @Test
    void saysThatTheDatabaseIsAwayAndGoesOnOnceItIsBack() throws Exception {
        var passing = new TrajectoryStore();
        passing.append(Kind.DRAFTS);
        try (var relay = Relay.open(directory, passing.database)) {
            passing.database.sql("ALTER TABLE trajectory_event RENAME TO away").update();
            relay.start();
            waitUntil(() -> relay.failure() != null);
            assertThat(relay.failure()).contains("database").doesNotContain("SELECT");
            passing.database.sql("ALTER TABLE away RENAME TO trajectory_event").update();
            waitUntil(() -> {
                relay.wake();
                return relay.failure() == null;
            });
        }
        assertThat(Files.readAllLines(file(Kind.DRAFTS))).isEqualTo(passing.lines(Kind.DRAFTS));
    }

    @Test
    void carriesWhatIsLeftWhenItIsClosed() throws IOException {
        var relay = opened();
        relay.start();
        store.appendMany(1_600);
        relay.close();
        holdsEachLineOnceAndInOrder();
        assertThat(relay.lag()).isZero();
        assertThat(relay.failure()).isNull();
    }

    @Test
    void carriesWhileManyWrite() throws Exception {
        try (var relay = opened()) {
            relay.start();
            try (var writers = Executors.newFixedThreadPool(4)) {
                for (var writer = 0; writer < 4; writer++) {
                    writers.execute(() -> {
                        for (var number = 0; number < 50; number++) {
                            store.append(Kind.DRAFTS);
                            relay.wake();
                        }
                    });
                }
            }
            waitUntil(() -> relay.lag() == 0);
            assertThat(Files.readAllLines(file(Kind.DRAFTS))).hasSize(200);
        }
        holdsEachLineOnceAndInOrder();
    }

    @Test
    void countsWhatIsNotInTheFilesYet() throws IOException {
        store.append(Kind.DRAFTS);
        store.append(Kind.EVENTS);
        try (var relay = opened()) {
            assertThat(relay.lag()).isEqualTo(2);
            carryAll(relay);
            assertThat(relay.lag()).isZero();
            store.append(Kind.EVENTS);
            assertThat(relay.lag()).isOne();
        }
    }

    /// Looks again and again, as what is waited for happens on another thread.
    static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }
}
