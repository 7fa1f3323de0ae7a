package org.foundups.twin.rag.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkdownRowsTest {
    private static final ImportOptions AUTO =
            ImportOptions.of("012", "auto").knownAs(Set.of("012", "Jonas K"));

    private static final String POST =
            """
            ---
            title: "On lenses"
            date: 2024-05-01T09:30:00Z
            url: https://blog.test/lenses
            author: Jonas K
            tags: [lenses, "gear"]
            ---
            Before any heading.

            # Lenses #

            A **good** lens is [worth it](https://x.test/a_(b) "t"), see ![picture](a.png)`f/2`.

            Second paragraph.

            ```java
            # no heading
            int x = 1;
            ```

            > Somebody else said this
            > over two lines.

            Prices
            ------
            - one
            - two, *truly*

            <!-- hidden --> Last &amp; least.
            """;

    private static ReadRows read(String name, String content) {
        return ReadRows.named(name, AUTO, content.getBytes(UTF_8));
    }

    @Test
    void makesADocumentOfEverySection() {
        var read = read("posts/lenses.txt", POST);
        assertThat(read.source().format()).isEqualTo(FileFormat.MARKDOWN);
        assertThat(read.texts())
                .containsExactly(
                        "Before any heading.",
                        "Lenses\n\nA good lens is worth it, see f/2.\n\nSecond paragraph.",
                        "Prices\n\n- one\n- two, truly\n\nLast & least.");
        assertThat(read.documents())
                .extracting(MemoryDocument::sourceId)
                .containsExactly("lenses#1", "lenses#lenses#1", "lenses#lenses#prices#1");
        assertThat(read.lines()).containsExactly(8L, 12L, 26L);
        assertThat(read.source().notes())
                .containsExactly("1 quotation was left out: it is somebody else's words.");
    }

    @Test
    void takesWhatTheFrontMatterSays() {
        var document = read("lenses.md", POST).documents().getLast();
        assertThat(document.createdAt()).isEqualTo("2024-05-01T09:30:00Z");
        assertThat(document.url()).isEqualTo("https://blog.test/lenses");
        assertThat(document.speaker()).isEqualTo("012");
        assertThat(document.tags()).containsExactly("lenses", "gear");
        assertThat(document.sourceType()).isEqualTo("post");
        assertThat(document.videoTitle()).isNull();
    }

    @Test
    void readsTagsOnLinesOfTheirOwn() {
        var read = read("a.md", "---\ntags:\n  - x\n  - 'y z'\nauthor: A Guest\n---\nText\n");
        assertThat(read.only().tags()).containsExactly("x", "y z");
        assertThat(read.only().speaker()).isEqualTo("A Guest");
    }

    @Test
    void letsTheImportSayWhatItIs() {
        var note =
                new ImportOptions(
                        "012",
                        "markdown",
                        null,
                        "me",
                        "note",
                        "x",
                        null,
                        null,
                        Set.of("012"),
                        java.util.Map.of());
        var document = ReadRows.of(note, "# A\n\ntext".getBytes(UTF_8)).only();
        assertThat(document.sourceType()).isEqualTo("note");
        assertThat(document.speaker()).isEqualTo("me");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01, 2024-05-01T00:00:00Z",
        "2024-05-01 12:30, 2024-05-01T12:30:00Z",
        "2024-05-01 12:30:05 +0200, 2024-05-01T12:30:05+02:00",
        "2024-05-01T12:30:05Z, 2024-05-01T12:30:05Z",
        "yesterday, yesterday"
    })
    void readsDatesAsGeneratorsDo(String written, String moment) {
        var document = read("a.md", "---\ndate: " + written + "\nurl: /a/\n---\nText\n").only();
        assertThat(document.createdAt()).isEqualTo(moment);
        assertThat(document.url()).isNull();
    }

    @Test
    void cutsLongSectionsBetweenParagraphs() {
        var paragraph = "word ".repeat(50).strip();
        var read = read("a.md", "# Head\n\n" + (paragraph + "\n\n").repeat(5));
        assertThat(read.documents()).hasSize(3);
        assertThat(read.texts().getFirst()).isEqualTo("Head\n\n" + paragraph + "\n\n" + paragraph);
        assertThat(read.texts().getLast()).isEqualTo(paragraph);
        assertThat(read.documents())
                .extracting(MemoryDocument::sourceId)
                .containsExactly("a#head#1", "a#head#2", "a#head#3");
    }

    @Test
    void keepsTheNameOfAPlaceWhoseTextIsCorrected() {
        var before = read("a.md", "# Head\n\nteh text\n\n# Next\n\nother").documents();
        var after = read("a.md", "# Head\n\nthe text\n\n# Next\n\nother").documents();
        assertThat(after.getFirst().sourceId()).isEqualTo(before.getFirst().sourceId());
        assertThat(read("posts/b/index.md", "text").only().sourceId()).isEqualTo("b/index#1");
    }

    @Test
    void losesOnlyTheParagraphThatIsNotUtf8() {
        var content = "# Head\n\none\n\ncaf\u00e9\nand tea\n\n# Next\n\nthree\n";
        var read = ReadRows.named("a.md", AUTO, content.getBytes(ISO_8859_1));
        assertThat(read.texts()).containsExactly("Head\n\none", "Next\n\nthree");
        assertThat(read.faults()).singleElement().asString().startsWith("5: byte 4");
    }

    @Test
    void getsThroughHostileMarks() {
        var hostile =
                "- ".repeat(400_000)
                        + "\n\n"
                        + "-".repeat(900_000)
                        + "\n\n"
                        + "[".repeat(30_000)
                        + "\n\n"
                        + "![a](".repeat(10_000)
                        + "\n\n"
                        + "**_".repeat(20_000)
                        + "\n\n"
                        + "<a ".repeat(20_000)
                        + "\n\n"
                        + "x".repeat(2_000_000)
                        + "\n\nlast\n";
        var read = read("a.md", "# A\n\n" + hostile);
        assertThat(read.texts().getLast()).isEqualTo("last");
        assertThat(read.faults()).hasSize(1);
    }

    @Test
    void readsAFileThatEndsWithinItsFrontMatterOrCode() {
        assertThat(read("a.md", "---\ntitle: x\n").texts()).containsExactly("title: x");
        assertThat(read("a.md", "# A\n\ntext\n\n~~~\ncode").texts()).containsExactly("A\n\ntext");
    }
}
