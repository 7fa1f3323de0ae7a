package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.files.ImportOptions;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.rag.files.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileImportTest {
    @TempDir Path directory;
    private final List<List<MemoryDocument>> batches = new ArrayList<>();
    private final Watcher watcher = new Watcher();

    /// Remembers what it was told, and stops after so many batches.
    private static final class Watcher implements ImportProgress {
        private final List<Standing> standings = new ArrayList<>();
        private int batchesLeft = Integer.MAX_VALUE;

        @Override
        public void at(Standing standing) {
            standings.add(standing);
        }

        @Override
        public boolean goOn() {
            return batchesLeft-- > 0;
        }
    }

    private List<StoreResult> store(String persona, List<MemoryDocument> documents) {
        batches.add(documents);
        return documents.stream().map(document -> result(persona, document)).toList();
    }

    private static StoreResult result(String persona, MemoryDocument document) {
        return switch (DocumentRules.check(persona, document)) {
            case DocumentRules.Checked.Sound _ -> new StoreResult.Stored(new UUID(0, 1));
            case DocumentRules.Checked.Unsound(var violations) ->
                    new StoreResult.Refused(violations);
        };
    }

    private ImportSummary imported(ImportOptions options, String content) {
        return new FileImport(Destinations.storing(this::store), options, watcher)
                .run(SourceFile.of("x", content.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportSummary imported(String format, String content) {
        return imported(ImportOptions.of("012", format).spokenBy("012"), content);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"text\":\"row " + i + "\"}\n")
                .collect(Collectors.joining());
    }

    @Test
    void storesSixtyFourRowsAtATime() {
        assertThat(imported("jsonl", lines(150)).stored()).isEqualTo(150);
        assertThat(batches).extracting(List::size).containsExactly(64, 64, 22);
    }

    @Test
    void endsABatchOfEnormousRowsEarlier() {
        imported("jsonl", ("{\"text\":\"" + "x".repeat(1_000_000) + "\"}\n").repeat(12));
        assertThat(batches).extracting(List::size).allMatch(size -> size <= 6);
    }

    @Test
    void tellsHowFarItIsAfterEveryBatch() throws IOException {
        var file = Files.writeString(directory.resolve("rows.jsonl"), lines(100) + "broken\n");
        new FileImport(Destinations.storing(this::store), ImportOptions.of("012", "auto"), watcher)
                .run(SourceFile.of(file));
        assertThat(watcher.standings)
                .extracting(ImportProgress.Standing::done, ImportProgress.Standing::refused)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(64L, 0L),
                        org.assertj.core.groups.Tuple.tuple(101L, 1L));
        var size = Files.size(file);
        assertThat(watcher.standings)
                .allMatch(standing -> standing.totalBytes() == size && standing.total() == -1)
                .last()
                .matches(standing -> standing.bytes() == size);
    }

    @Test
    void stopsBetweenBatchesAndSaysSo() {
        watcher.batchesLeft = 1;
        var summary = imported("jsonl", lines(150));
        assertThat(summary.stopped()).isTrue();
        assertThat(summary.stored()).isEqualTo(64);
        assertThat(batches).hasSize(1);
    }

    @Test
    void givesEveryRefusalItsLineAndReason() {
        var summary =
                imported(
                        "jsonl",
                        "{\"text\":\"a\"}\n{\"text\":\"\"}\nbroken\n{\"text\":\"b\",\"created_at\":\"2024-05-01T09:30:00\"}\n{\"text\":\"n\\u0000l\"}\n");
        assertThat(summary.rows()).isEqualTo(5);
        assertThat(summary.stored()).isOne();
        assertThat(summary.refused()).isEqualTo(4);
        assertThat(summary.errors())
                .extracting(ImportSummary.RowError::line)
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(summary.errors())
                .extracting(ImportSummary.RowError::reason)
                .satisfiesExactly(
                        empty -> assertThat(empty).isEqualTo("text: there is no text"),
                        broken -> assertThat(broken).startsWith("not JSON: "),
                        time -> assertThat(time).contains("created_at", "with offset"),
                        zero -> assertThat(zero).contains("zero character"));
    }

    @Test
    void listsAThousandRefusalsAndCountsAll() {
        var summary = imported("jsonl", "broken\n".repeat(1_500));
        assertThat(summary.refused()).isEqualTo(1_500);
        assertThat(summary.errors()).hasSize(1_000);
        assertThat(summary.notes()).containsExactly("Only the first 1000 refused rows are listed.");
    }

    @Test
    void saysThatThereIsNothingToImport() {
        for (var format : List.of("auto", "json", "jsonl", "csv", "text")) {
            var summary = imported(format, "");
            assertThat(summary.rows()).isZero();
            assertThat(summary.notes())
                    .containsExactly("There is nothing to import: the file holds no rows.");
        }
    }

    @Test
    void saysThatNobodySpeaks() {
        assertThat(imported(ImportOptions.of("012", "text"), "a\n\nb").notes())
                .singleElement()
                .asString()
                .startsWith("2 rows do not say who speaks");
        assertThat(imported("text", "a\n\nb").notes()).isEmpty();
    }

    @Test
    void refusesOptionsThatWouldSpoilEveryRow() {
        assertInvalid(
                new ImportOptions(
                        "012",
                        "auto",
                        null,
                        null,
                        "tweet",
                        null,
                        null,
                        null,
                        Set.of("012"),
                        Map.of()));
        assertInvalid(
                new ImportOptions(
                        "012",
                        "auto",
                        null,
                        null,
                        null,
                        "myspace",
                        null,
                        null,
                        Set.of("012"),
                        Map.of()));
        assertInvalid(ImportOptions.of("012", "xml"));
    }

    private void assertInvalid(ImportOptions options) {
        assertThatThrownBy(() -> imported(options, "a"))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(TwinException.Code.VALIDATION));
        assertThat(batches).isEmpty();
    }

    @Test
    void saysThatAFileIsNotThere() {
        var nothing = directory.resolve("nothing.csv");
        for (var file : List.of(nothing, directory))
            assertThatThrownBy(() ->
                            new FileImport(
                                            Destinations.storing(this::store),
                                            ImportOptions.of("012", ""),
                                            watcher)
                                    .run(SourceFile.of(file)))
                    .isInstanceOfSatisfying(
                            TwinException.class,
                            failure ->
                                    assertThat(failure.code())
                                            .isEqualTo(TwinException.Code.NOT_FOUND));
    }

    @Test
    void failsWhereReadingFails() throws IOException {
        var failing = InputStream.nullInputStream();
        failing.close();
        assertThatThrownBy(() ->
                        new FileImport(
                                        Destinations.storing(this::store),
                                        ImportOptions.of("012", ""),
                                        watcher)
                                .run(new StreamFile("x", () -> failing)))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.kind()).isEqualTo(TwinException.Kind.OUTSIDE));
    }
}
