package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VideoRowsTest {
    private static final Path FOLDER = Path.of("src/test/resources/video-index");
    private static final ImportOptions OPTIONS =
            ImportOptions.of("012", "auto").knowing(Map.of("ravingantifa", "antifafm"));

    private static ReadRows read(String name) {
        try {
            var bytes = Files.readAllBytes(FOLDER.resolve(name));
            return ReadRows.named("undaodu/" + name, OPTIONS, bytes);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static ReadRows written(String json) {
        return ReadRows.named(
                "undaodu/stem.json",
                OPTIONS,
                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-a-vlog-rice-field",
                "02-a-music-only",
                "03-a-lecture-training-strings",
                "04-a-unknown-speaker",
                "05-b-studio-ask-null-end",
                "06-b-studio-ask-duplicate-starts",
                "07-b-stacked-transcripts",
                "08-b-whisper-verbatim-extra-fields",
                "09-c-stub-default-topics",
                "10-c-stub-scheduled-music-channel",
                "11-d-repaired-mss-strings",
                "12-d-repaired-hour-long",
                "13-e-ask-transcript-fresh",
                "14-e-ask-over-enhanced",
                "15-e-ask-untimed-fallback",
                "16-list-root-segments",
                "17-malformed-truncated",
                "18-invalid-utf8"
            })
    void isToldByContentAndBeginsWithTheVideo(String name) {
        var read = read(name + ".json");
        assertThat(read.source().format()).isEqualTo(FileFormat.VIDEO_INDEX);
        assertThat(read.rows().getFirst()).isInstanceOf(ImportRow.Video.class);
        assertThat(read.faults()).hasSize(name.startsWith("17") || name.startsWith("18") ? 1 : 0);
    }

    @Test
    void takesTheSpokenTrackThatKnowsItsSpeakersAlone() {
        var documents = read("07-b-stacked-transcripts.json").documents();
        assertThat(documents).allMatch(document -> "verbatim".equals(document.provenance()));
        assertThat(documents)
                .extracting(MemoryDocument::speaker)
                .containsExactly("012", "Guest", "012");
        var first = documents.getFirst();
        assertThat(first.text())
                .isEqualTo(
                        "So, uh, I still use paper. Because it slows me down. And slow is where the idea, you know,"
                                + " shows up.");
        assertThat(first.startSeconds()).isEqualTo(0.32);
        assertThat(first.endSeconds()).isEqualTo(15.2);
        assertThat(first.sourceId()).isEqualTo("fixB07_pile:whisper:320");
        assertThat(first.url()).isEqualTo("https://www.youtube.com/watch?v=fixB07_pile&t=0");
        assertThat(first.channel()).isEqualTo("undaodu");
        assertThat(first.videoTitle()).isEqualTo("Why I keep a paper notebook");
        assertThat(first.tags()).containsExactly("notebook", "learning");
        assertThat(first.sourceFile()).isEqualTo("undaodu/07-b-stacked-transcripts.json");
    }

    @Test
    void keepsSegmentsOfASummaryApart() {
        var documents = read("01-a-vlog-rice-field.json").documents();
        assertThat(documents).hasSize(4);
        assertThat(documents).allMatch(document -> "paraphrase".equals(document.provenance()));
        assertThat(documents).extracting(MemoryDocument::sourceId).doesNotHaveDuplicates();
        assertThat(documents.get(1).sourceId()).endsWith(":primary:1");
    }

    @Test
    void storesNoSoundCuesAndNamesNobodyWhoIsUnknown() {
        assertThat(read("02-a-music-only.json").documents()).hasSize(1);
        assertThat(read("04-a-unknown-speaker.json").documents())
                .extracting(MemoryDocument::speaker)
                .containsOnlyNulls();
    }

    @Test
    void knowsSegmentsWithTheSameStartApart() {
        assertThat(read("06-b-studio-ask-duplicate-starts.json").documents())
                .extracting(MemoryDocument::sourceId)
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhereABrokenFileBreaks() {
        assertThat(read("17-malformed-truncated.json").faults())
                .singleElement()
                .asString()
                .startsWith("9: malformed_json");
        assertThat(read("18-invalid-utf8.json").faults())
                .singleElement()
                .asString()
                .contains("invalid_utf8")
                .contains("offset 46");
    }

    @Test
    void takesTheChannelOfItsFolderUnlessItNamesOne() {
        var segment = "'audio': {'segments': [{'start': 0, 'text': 'a b c', 'speaker': '012'}]}";
        assertThat(written("{'video_id': 'v1', " + segment + "}").documents().getFirst().channel())
                .isEqualTo("undaodu");
        assertThat(
                        written("{'channel': 'RavingANTIFA', " + segment + "}")
                                .documents()
                                .getFirst()
                                .channel())
                .isEqualTo("antifafm");
    }

    @Test
    void isNoListOfComments() {
        for (var json :
                List.of(
                        "[{'text': 'a', 'start': '1:02', 'id': 'c1'}]",
                        "{'comments': [{'text': 'a'}]}",
                        "[{'text': 'a', 'author': 'x'}]")) {
            assertThat(written(json).source().format()).as(json).isEqualTo(FileFormat.JSON);
        }
    }
}
