package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.foundups.twin.rag.files.ImportOptions;
import org.foundups.twin.rag.routing.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Videos in a real database: they go where the rules or an order send them.
final class VideoRoutesTest {
    private static final Path FOLDER = Path.of("src/test/resources/video-index");

    @TempDir Path directory;
    private Nodes nodes;
    private VoiceMemory memory;

    @BeforeEach
    void prepare() {
        nodes = new Nodes(directory);
        memory = nodes.open("one");
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    private ImportSummary imported(String name) {
        return memory.importFile(
                FOLDER.resolve(name + ".json"),
                ImportOptions.of("012", "auto"),
                ImportProgress.unwatched());
    }

    private boolean finds(String question) {
        return memory
                .search(new MemorySearch("012", question, 5, java.util.Set.of(), null, 0.01))
                .stream()
                .anyMatch(hit -> hit.passage().videoId() != null);
    }

    @Test
    void findsWhatGoesToTheTwin() {
        var summary = imported("07-b-stacked-transcripts");
        assertThat(summary.stored()).isEqualTo(3);
        assertThat(summary.notes()).contains("Videos: 1 TWIN_MEMORY (own_voice).");
        assertThat(finds("still use paper")).isTrue();
        assertThat(memory.routes().of("012", "fixB07_pile"))
                .hasValueSatisfying(route -> {
                    assertThat(route.route()).isEqualTo(Route.TWIN_MEMORY);
                    assertThat(route.confidence()).isEqualTo(0.8);
                    assertThat(route.evidence()).hasSize(2);
                    assertThat(route.channel()).isEqualTo("undaodu");
                });
    }

    @Test
    void findsNothingOfWhatIsHeldUntilSomebodyOrdersIt() {
        imported("04-a-unknown-speaker");
        var held = memory.routes().page("012", Route.HOLD_FOR_REVIEW, "", 10).getFirst();
        assertThat(held.reason()).isEqualTo("speaker_unknown");
        assertThat(memory.stats().documents()).isPositive();
        assertThat(memory.stats().indexed()).isZero();
        assertThat(memory.stats().elsewhere()).isEqualTo(4);

        var ordered =
                memory.routes().order("012", held.videoId(), Route.TWIN_MEMORY, "reviewer", "mine");
        assertThat(ordered)
                .hasValueSatisfying(route -> {
                    assertThat(route.reason()).isEqualTo("override");
                    assertThat(route.ruled()).isEqualTo(Route.HOLD_FOR_REVIEW);
                    assertThat(route.orderedBy()).isEqualTo("reviewer");
                });
        assertThat(memory.stats().indexed()).isEqualTo(4);

        imported("04-a-unknown-speaker");
        assertThat(memory.stats().indexed()).isEqualTo(4);

        memory.routes().order("012", held.videoId(), null, "reviewer", null);
        assertThat(memory.stats().indexed()).isZero();
    }

    @Test
    void tellsEveryNodeOfAnOrder() {
        var other = nodes.open("two");
        imported("07-b-stacked-transcripts");
        Nodes.until(() -> other.stats().indexed() == 3);
        memory.routes().order("012", "fixB07_pile", Route.FACELESS_PIPELINE, "reviewer", null);
        assertThat(memory.stats().indexed()).isZero();
        Nodes.until(() -> other.stats().indexed() == 0);
    }

    @Test
    void countsWhatGoesWhere() {
        for (var name :
                java.util.List.of(
                        "01-a-vlog-rice-field",
                        "02-a-music-only",
                        "04-a-unknown-speaker",
                        "10-c-stub-scheduled-music-channel",
                        "17-malformed-truncated")) imported(name);
        assertThat(memory.routes().report("012"))
                .containsEntry(Route.TWIN_MEMORY, Map.of("own_voice", 1L))
                .containsEntry(Route.MUSIC_PIPELINE, Map.of("category", 1L, "channel_policy", 1L))
                .containsEntry(
                        Route.HOLD_FOR_REVIEW, Map.of("speaker_unknown", 1L, "unreadable", 1L));
    }

    @Test
    void changesNothingWhenImportedAgain() {
        imported("07-b-stacked-transcripts");
        var again = imported("07-b-stacked-transcripts");
        assertThat(again.stored()).isZero();
        assertThat(again.unchanged()).isEqualTo(3);
    }

    @Test
    void forgetsWhatACorrectedTranscriptDoesNotSayAnyMore() throws IOException {
        var first = "1\n00:00:01,000 --> 00:00:03,000\nGoats eat ivy.\n\n";
        var second = "2\n00:00:20,000 --> 00:00:23,000\nWasps eat plums.\n\n";
        transcript(first + second);
        assertThat(memory.stats().documents()).isEqualTo(2);

        var corrected = transcript(first.replace("ivy", "roses"));
        assertThat(corrected.stored()).isEqualTo(1);
        assertThat(corrected.notes()).anyMatch(note -> note.startsWith("1 passages of older"));
        assertThat(memory.stats().documents()).isEqualTo(1);
        assertThat(finds("wasps plums")).isFalse();

        transcript(first + "3\nnever a time --> at all\nlost\n\n");
        assertThat(memory.stats().documents()).isEqualTo(1);
    }

    private ImportSummary transcript(String srt) throws IOException {
        return memory.importFile(
                Files.writeString(directory.resolve("dQw4w9WgXcQ.en.srt"), srt),
                ImportOptions.of("012", "auto").spokenBy("012"),
                ImportProgress.unwatched());
    }

    @Test
    void storesWhatTheDatabaseCanHoldOfAHostileFile() throws IOException {
        var hostile =
                """
                {"video_id": "hostile01", "indexer": "gemini", "title": "T\\u0000\\ud83d%s",
                 "channel": "c\\u0000", "metadata": {"content_category": "x\\u0000\\udc00",
                  "topics": ["\\u0000", "%s", "bees"]},
                 "audio": {"segments": [{"start": 1, "text": "Bees like borage.", "speaker": "012"}]}}
                """
                        .formatted("long ".repeat(1_000), "long ".repeat(100));
        var summary = file("hostile01.json", hostile);
        assertThat(summary.errors()).isEmpty();
        assertThat(summary.stored()).isEqualTo(1);
        assertThat(memory.routes().of("012", "hostile01"))
                .hasValueSatisfying(route -> assertThat(route.channel()).isEqualTo("c"));

        var broken = file("hostile02.json", "{\"indexer\": \"gemini\", \"audio\": 😀}");
        assertThat(broken.refused()).isEqualTo(1);
        assertThat(memory.routes().of("012", "hostile02")).isPresent();
    }

    private ImportSummary file(String name, String content) throws IOException {
        return memory.importFile(
                Files.writeString(directory.resolve(name), content),
                ImportOptions.of("012", "auto"),
                ImportProgress.unwatched());
    }

    @Test
    void knowsNothingOfAVideoThatWasNeverImported() {
        assertThat(memory.routes().order("012", "nobody", Route.TWIN_MEMORY, "x", null)).isEmpty();
        assertThat(memory.routes().of("012", "nobody")).isEmpty();
        assertThat(Objects.requireNonNull(memory.routes().report("012"))).isEmpty();
    }
}
