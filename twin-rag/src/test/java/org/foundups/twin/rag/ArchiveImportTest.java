package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.files.ImportOptions;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.rag.files.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchiveImportTest {
    @TempDir Path directory;
    private final List<MemoryDocument> stored = new ArrayList<>();

    /// A ZIP file of names and contents.
    private Path zip(String... namesAndContents) throws IOException {
        var file = directory.resolve("archive.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private List<StoreResult> store(String persona, List<MemoryDocument> documents) {
        documents.stream()
                .filter(document -> String.valueOf(document.text()).length() < 1_000)
                .forEach(stored::add);
        return documents.stream()
                .map(_ -> (StoreResult) new StoreResult.Stored(new UUID(0, 1)))
                .toList();
    }

    private ImportSummary imported(Path file) {
        return new FileImport(
                        Destinations.storing(this::store),
                        ImportOptions.of("012", "auto"),
                        ImportProgress.unwatched())
                .run(SourceFile.of(file));
    }

    private static List<String> errors(ImportSummary summary) {
        return summary.errors().stream()
                .map(error -> error.file() + ":" + error.line() + ": " + error.reason())
                .toList();
    }

    @Test
    void readsEveryFileByItsOwnFormat() throws IOException {
        var summary =
                imported(
                        zip(
                                "b.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n",
                                "folder/a.csv", "text,speaker\nthree,012\n",
                                "notes.txt", "four\n\nfive\n"));
        assertThat(summary.format()).isEqualTo("zip");
        assertThat(summary.stored()).isEqualTo(5);
        assertThat(stored)
                .extracting(MemoryDocument::sourceFile)
                .containsExactly("b.jsonl", "b.jsonl", "folder/a.csv", "notes.txt", "notes.txt");
        assertThat(summary.notes()).contains("Files read: 1 csv, 1 jsonl, 1 text.");
    }

    @Test
    void tellsWhatItCannotReadAndReadsTheRest() throws IOException {
        var summary =
                imported(
                        zip(
                                "a.csv", "colour,size\nred,1\n",
                                "b.jsonl", "{\"text\":\"one\"}\nbroken\n",
                                "c.txt", "\0\1\2\0\1\2\0\1\2\0\1\2",
                                "photo.jpg", "not looked at",
                                "d.jsonl", "{\"text\":\"two\"}\n"));
        assertThat(stored).extracting(MemoryDocument::text).containsExactly("one", "two");
        assertThat(errors(summary))
                .hasSize(3)
                .anyMatch(error -> error.startsWith("a.csv:0: The first line of a CSV file"))
                .anyMatch(error -> error.startsWith("b.jsonl:2: not JSON"))
                .anyMatch(error -> error.startsWith("c.txt:0: The file is not text"));
        assertThat(summary.notes()).anyMatch(note -> note.startsWith("1 other files"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd.txt",
                "/etc/hosts.txt",
                "a\\..\\..\\b.txt",
                "C:\\b.txt",
                "a/../b.txt"
            })
    void refusesNamesThatLeadElsewhere(String name) throws IOException {
        var summary = imported(zip(name, "words", "good.txt", "good"));
        assertThat(stored).extracting(MemoryDocument::text).containsExactly("good");
        assertThat(summary.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.line()).isZero());
    }

    @Test
    void opensNoArchiveWithinAnArchive() throws IOException {
        var inner = Files.readAllBytes(zip("a.txt", "words"));
        var outer = directory.resolve("outer.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(outer))) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(inner);
        }
        assertThat(errors(imported(outer)))
                .singleElement()
                .asString()
                .contains("within an archive");
        assertThat(stored).isEmpty();
    }

    @Test
    void endsWhereAFileGrowsBeyondMeasure() throws IOException {
        var file = directory.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            var blanks = new byte[1 << 20];
            for (int i = 0; i < 200; i++) zip.write(blanks);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("good.txt"));
            zip.write("good".getBytes(StandardCharsets.UTF_8));
        }
        var bomb = directory.resolve("text-bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            var words = ("word ".repeat(200_000) + "\n\n").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) zip.write(words);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("good.txt"));
            zip.write("good".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(errors(imported(file))).singleElement().asString().contains("not text");
        assertThat(errors(imported(bomb)))
                .singleElement()
                .asString()
                .contains("more than 300 times its size");
        assertThat(stored).extracting(MemoryDocument::text).endsWith("good");
    }

    @Test
    void saysWhenAnArchiveIsDamaged() throws IOException {
        var whole = Files.readAllBytes(zip("a.txt", "words".repeat(1000)));
        var cut = directory.resolve("cut.zip");
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> imported(cut))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.code()).isEqualTo(TwinException.Code.VALIDATION))
                .hasMessageContaining("damaged");
    }

    @Test
    void readsOfAnExportOnlyWhatIsPublic() throws IOException {
        var summary =
                imported(
                        zip(
                                "Connections.csv", "First Name,Last Name\nA,B\n",
                                "messages.csv", "FROM,TO,CONTENT\nA,B,secret\n"));
        assertThat(stored).isEmpty();
        assertThat(summary.refused()).isZero();
        assertThat(summary.notes()).anyMatch(note -> note.startsWith("2 other files"));
    }

    @Test
    void looksIntoNoMessagesOfAnExport() throws IOException {
        var summary =
                imported(
                        zip(
                                "x/data/direct-messages.js",
                                "window.YTD.direct_messages.part0 = [{\"text\": \"secret\"}]",
                                "x/data/tweets.js",
                                "window.YTD.tweets.part0 = [{\"tweet\": {\"id_str\": \"1\", \"full_text\":"
                                        + " \"in public\"}}]"));
        assertThat(stored).extracting(MemoryDocument::text).containsExactly("in public");
        assertThat(summary.refused()).isZero();
    }

    @Test
    void findsNothingInAnEmptyArchive() throws IOException {
        var summary = imported(zip());
        assertThat(summary.rows()).isZero();
        assertThat(summary.notes()).contains("Files read: none.");
    }
}
