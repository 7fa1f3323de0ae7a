package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The index as a projection of the database.
final class ProjectionTest {
    @TempDir Path directory;
    private Nodes nodes;

    @BeforeEach
    void prepare() {
        nodes = new Nodes(directory);
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    private static MemoryDocument saying(String text) {
        return MemoryDocument.comment(text, null, text, "012");
    }

    private static List<String> found(VoiceMemory memory, String text) {
        return memory.search(MemorySearch.of("012", text)).stream()
                .map(hit -> hit.passage().text())
                .toList();
    }

    private static void delete(Path root) throws IOException {
        try (var below = Files.walk(root)) {
            for (var path : below.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    @Test
    void followsWhatAnotherNodeWrites() {
        var one = nodes.open("one");
        var other = nodes.open("other");
        one.store("012", List.of(saying("two rice fields")));
        Nodes.until(() -> !found(other, "rice fields").isEmpty());
        var id = one.search(MemorySearch.of("012", "rice fields")).getFirst().passage();
        other.delete(java.util.UUID.fromString(id.documentId()));
        Nodes.until(() -> found(one, "rice fields").isEmpty());
        assertThat(other.stats().lag()).isZero();
    }

    @Test
    void missesNothingOfManyWritersAtOnce() throws Exception {
        var writers = List.of(nodes.open("one"), nodes.open("other"));
        var reader = nodes.open("reader");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (int thread = 0; thread < 4; thread++) {
                var number = thread;
                running.add(
                        pool.submit(() -> {
                            for (int i = 0; i < 25; i++)
                                writers.get(number % 2)
                                        .store("012", List.of(saying("row " + number + "x" + i)));
                        }));
            }
            for (var writer : running) writer.get();
        }
        Nodes.until(() -> reader.stats().lag() == 0);
        assertThat(reader.stats().indexed()).isEqualTo(100);
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() {
        var memory = nodes.open("one");
        memory.store("012", List.of(saying("two rice fields")));
        nodes.close(memory);
        nodes.open("other").store("012", List.of(saying("the frogs own both")));
        var again = nodes.open("one");
        assertThat(found(again, "rice fields")).containsExactly("two rice fields");
        assertThat(found(again, "frogs own")).containsExactly("the frogs own both");
        assertThat(again.stats().indexed()).isEqualTo(2);
    }

    @Test
    void makesADeletedIndexAnew() throws IOException {
        var memory = nodes.open("one");
        memory.store("012", List.of(saying("two rice fields")));
        nodes.close(memory);
        delete(nodes.index("one"));
        assertThat(found(nodes.open("one"), "rice fields")).containsExactly("two rice fields");
    }

    @Test
    void makesADamagedIndexAnew() throws IOException {
        var memory = nodes.open("one");
        memory.store("012", List.of(saying("two rice fields")));
        nodes.close(memory);
        try (var files = Files.walk(nodes.index("one"))) {
            for (var file : files.filter(path -> path.toString().contains("/_")).toList())
                Files.write(file, new byte[] {1, 2, 3});
        }
        assertThat(found(nodes.open("one"), "rice fields")).containsExactly("two rice fields");
    }

    @Test
    void knowsTheIndexOfAnotherDatabase() {
        var other = TestDatabase.fresh("classpath:db/migration/rag");
        var stranger = nodes.open("one", other, WordEmbedder.named("words-1"));
        stranger.store("012", List.of(saying("somebody else's rice fields")));
        nodes.close(stranger);
        var memory = nodes.open("one");
        assertThat(found(memory, "rice fields")).isEmpty();
        assertThat(memory.stats().indexed()).isZero();
    }

    @Test
    void knowsADatabaseThatWasSetBack() {
        var memory = nodes.open("one");
        memory.store("012", List.of(saying("two rice fields"), saying("the frogs own both")));
        nodes.close(memory);
        JdbcClient.create(nodes.database())
                .sql("DELETE FROM memory_document WHERE text LIKE 'the frogs%'")
                .update();
        assertThat(found(nodes.open("one"), "frogs own")).isEmpty();
    }

    @Test
    void findsNothingOfAnotherModelUntilARebuild() {
        var before = nodes.open("one", WordEmbedder.named("words-1"));
        before.store("012", List.of(saying("two rice fields")));
        nodes.close(before);
        var after = nodes.open("one", WordEmbedder.named("words-2"));
        assertThat(found(after, "rice fields")).isEmpty();
        assertThat(after.stats().otherModel()).isOne();
        after.rebuild(ImportProgress.unwatched());
        assertThat(found(after, "rice fields")).containsExactly("two rice fields");
        assertThat(after.stats().otherModel()).isZero();
    }

    @Test
    void findsEverythingDuringAndAfterARebuild() throws Exception {
        var memory = nodes.open("one");
        memory.store(
                "012", IntStream.range(0, 1_200).mapToObj(i -> saying("rice row " + i)).toList());
        var begun = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            var rebuild =
                    pool.submit(() -> {
                        memory.rebuild(pausing(begun, mayGoOn));
                        return null;
                    });
            begun.await();
            assertThat(found(memory, "rice row 7")).contains("rice row 7");
            memory.store("012", List.of(saying("frogs meanwhile")));
            assertThat(found(memory, "frogs meanwhile")).contains("frogs meanwhile");
            assertThatThrownBy(() -> memory.rebuild(ImportProgress.unwatched()))
                    .isInstanceOfSatisfying(
                            TwinException.class,
                            failure ->
                                    assertThat(failure.code())
                                            .isEqualTo(TwinException.Code.CONFLICT));
            mayGoOn.countDown();
            rebuild.get();
        }
        assertThat(memory.stats().indexed()).isEqualTo(1_201);
        assertThat(found(memory, "frogs meanwhile")).contains("frogs meanwhile");
        try (var indexes = Files.list(nodes.index("one"))) {
            assertThat(indexes.filter(Files::isDirectory)).hasSize(1);
        }
    }

    private static ImportProgress pausing(CountDownLatch begun, CountDownLatch mayGoOn) {
        return new ImportProgress() {
            @Override
            public void at(Standing standing) {
                begun.countDown();
                try {
                    mayGoOn.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public boolean goOn() {
                return true;
            }
        };
    }

    @Test
    void keepsTheOldIndexWhenARebuildIsStopped() {
        var memory = nodes.open("one");
        memory.store("012", List.of(saying("two rice fields")));
        memory.rebuild(
                new ImportProgress() {
                    @Override
                    public void at(Standing standing) {}

                    @Override
                    public boolean goOn() {
                        return false;
                    }
                });
        assertThat(found(memory, "rice fields")).containsExactly("two rice fields");
    }

    @Test
    void leavesNothingBehindWhenARebuildFails() throws IOException {
        var memory = nodes.open("one");
        memory.store("012", List.of(saying("two rice fields")));
        for (int attempt = 0; attempt < 2; attempt++)
            assertThatThrownBy(() ->
                            memory.rebuild(
                                    new ImportProgress() {
                                        @Override
                                        public void at(Standing standing) {
                                            throw new IllegalStateException("watcher");
                                        }

                                        @Override
                                        public boolean goOn() {
                                            return true;
                                        }
                                    }))
                    .hasMessage("watcher");
        assertThat(found(memory, "rice fields")).containsExactly("two rice fields");
        try (var indexes = Files.list(nodes.index("one"))) {
            assertThat(indexes.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void letsOnlyOneMemoryUseADirectory() {
        nodes.open("one");
        assertThatThrownBy(() -> nodes.open("one"))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.code()).isEqualTo(TwinException.Code.CONFLICT));
    }
}
