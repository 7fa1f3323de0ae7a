package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foundups.twin.rag.files.ImportOptions;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.foundups.twin.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Imports into a real database.
final class ImportTest {
    private static final ImportOptions JSONL = ImportOptions.of("012", "auto").spokenBy("012");

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

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"id\":\"c%d\",\"text\":\"rice row %d\",\"in_reply_to\":\"which row is %d?\"}\n"
                                .formatted(i, i, i))
                .collect(Collectors.joining());
    }

    private Path file(String content) {
        try {
            return Files.writeString(directory.resolve("rows"), content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ImportSummary imported(VoiceMemory memory, String content) {
        return memory.importFile(file(content), JSONL, ImportProgress.unwatched());
    }

    @Test
    void findsWhatItImported() {
        var memory = nodes.open("one");
        var summary = imported(memory, rows(100));
        assertThat(summary.stored()).isEqualTo(100);
        assertThat(summary.format()).isEqualTo("jsonl");
        assertThat(summary.encoding()).isEqualTo("UTF-8");
        assertThat(memory.search(MemorySearch.of("012", "which row is 57")))
                .first()
                .matches(hit -> hit.passage().sourceId().equals("c57"));
    }

    @Test
    void changesNothingTheSecondTime() {
        var memory = nodes.open("one");
        imported(memory, rows(100));
        var stats = memory.stats();
        var again = imported(memory, rows(100));
        assertThat(again.unchanged()).isEqualTo(100);
        assertThat(again.stored()).isZero();
        assertThat(memory.stats()).isEqualTo(stats);
    }

    @Test
    void replacesARowThatWasCorrected() {
        var memory = nodes.open("one");
        imported(memory, rows(3));
        var summary = imported(memory, rows(3).replace("rice row 1\"", "corrected harvest\""));
        assertThat(summary.stored()).isOne();
        assertThat(summary.unchanged()).isEqualTo(2);
        assertThat(memory.search(MemorySearch.of("012", "corrected harvest"))).hasSize(1);
        assertThat(memory.stats().documents()).isEqualTo(3);
    }

    @Test
    void storesADuplicateIdOnceAndLetsTheLaterCount() {
        var memory = nodes.open("one");
        imported(
                memory,
                "{\"id\":\"a\",\"text\":\"first words\"}\n{\"id\":\"a\",\"text\":\"last words\"}\n");
        assertThat(memory.stats().documents()).isOne();
        assertThat(memory.search(MemorySearch.of("012", "last words"))).hasSize(1);
    }

    @Test
    void goesOnWhereItWasStopped() {
        var memory = nodes.open("one");
        var stopped =
                memory.importFile(
                        file(rows(200)),
                        JSONL,
                        new ImportProgress() {
                            private int batches = 2;

                            @Override
                            public void at(Standing standing) {}

                            @Override
                            public boolean goOn() {
                                return batches-- > 0;
                            }
                        });
        assertThat(stopped.stored()).isEqualTo(128);
        var again = imported(memory, rows(200));
        assertThat(again.unchanged()).isEqualTo(128);
        assertThat(again.stored()).isEqualTo(72);
    }

    @Test
    void losesNothingAcknowledgedWhenItIsKilled() throws IOException, InterruptedException {
        var count = 2_500;
        var file = Files.writeString(directory.resolve("rows.jsonl"), rows(count));
        long acknowledged = 0;
        for (int kill = 0; kill < 3; kill++)
            acknowledged = Math.max(acknowledged, killedAfter(4 + 5 * kill, file));
        try (var memory = open()) {
            var documents = memory.stats().documents();
            assertThat(documents).isBetween(acknowledged, count - 1L);
            assertThat(memory.stats().indexed()).isEqualTo(documents);
            var summary = memory.importFile(file, JSONL, ImportProgress.unwatched());
            assertThat(summary.rows()).isEqualTo(count);
            assertThat(summary.refused()).isZero();
            assertThat(memory.stats().documents()).isEqualTo(count);
            assertThat(memory.stats().indexed()).isEqualTo(count);
        }
        assertThat(
                        JdbcClient.create(nodes.database())
                                .sql("SELECT count(DISTINCT source_id) FROM memory_document")
                                .query(Long.class)
                                .single())
                .isEqualTo(count);
    }

    private VoiceMemory open() {
        return VoiceMemory.open(
                RagSettings.in(nodes.index("one")),
                RoutingPolicy.standard(),
                nodes.database(),
                java.time.InstantSource.system(),
                WordEmbedder.named("words-1"));
    }

    /// @return how many rows the child said were committed
    private long killedAfter(int batches, Path file) throws IOException, InterruptedException {
        var child =
                ImportingChild.start(
                        "-Xmx256m",
                        "import",
                        TestDatabase.url(nodes.database()),
                        nodes.index("one").toString(),
                        file.toString());
        long acknowledged = 0;
        try (var said =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int batch = 0; batch < batches; batch++)
                acknowledged = Long.parseLong(String.valueOf(said.readLine()));
            // Killed as a process, because killed as a child its output would be lost.
            child.toHandle().destroyForcibly();
            child.waitFor();
            // A torn last line says less, never more.
            for (var late = said.readLine(); late != null; late = said.readLine())
                if (!late.isEmpty()) acknowledged = Math.max(acknowledged, Long.parseLong(late));
        }
        return acknowledged;
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void readsFiftyMegabytesInASmallHeap(String format) throws IOException, InterruptedException {
        var child = ImportingChild.start("-Xmx24m", "stream", format, "52500");
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        assertThat(said.strip()).isEqualTo("52500");
    }
}
