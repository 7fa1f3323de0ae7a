package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.foundups.twin.core.Provenance;
import org.foundups.twin.rag.DocumentRules.Checked;
import org.foundups.twin.rag.files.MemoryDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentRulesTest {
    private static MemoryDocument saying(@Nullable String text) {
        return new MemoryDocument(
                text, null, null, null, null, null, null, null, null, null, null, null, List.of(),
                null, null, null);
    }

    private static NewDocument sound(MemoryDocument document) {
        return ((Checked.Sound) DocumentRules.check("012", document)).document();
    }

    private static List<String> pointers(MemoryDocument document) {
        return switch (DocumentRules.check("012", document)) {
            case Checked.Sound _ -> List.of();
            case Checked.Unsound(var violations) ->
                    violations.stream().map(Violation::pointer).toList();
        };
    }

    @Test
    void takesATextAndNothingElse() {
        var document = sound(saying("  Two fields now. "));
        assertThat(document.text()).isEqualTo("Two fields now.");
        assertThat(document.sourceType()).isEqualTo(SourceType.COMMENT);
        assertThat(document.provenance()).isEqualTo(Provenance.VERBATIM);
        assertThat(document.speaker()).isNull();
    }

    @Test
    void doubtsThatATranscriptIsVerbatimUnlessItSaysSo() {
        assertThat(sound(transcript(null)).provenance()).isEqualTo(Provenance.PARAPHRASE);
        assertThat(sound(transcript("Verbatim")).provenance()).isEqualTo(Provenance.VERBATIM);
    }

    private static MemoryDocument transcript(@Nullable String provenance) {
        return new MemoryDocument(
                "We moved.",
                null,
                null,
                "Video_Transcript",
                "v1",
                null,
                1.0,
                2.0,
                null,
                null,
                provenance,
                null,
                List.of(),
                null,
                null,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void refusesAnEmptyText(String text) {
        assertThat(pointers(saying(text))).containsExactly("/text");
    }

    @Test
    void refusesWhatTheDatabaseCannotHold() {
        assertThat(pointers(saying("a\0b"))).containsExactly("/text");
        assertThat(pointers(saying("a\uD83D"))).containsExactly("/text");
        assertThat(pointers(saying("a😀"))).isEmpty();
    }

    @Test
    void takesTwentyThousandCharactersAndNoMore() {
        assertThat(pointers(saying("x".repeat(20_000)))).isEmpty();
        assertThat(pointers(saying("x".repeat(20_001)))).containsExactly("/text");
    }

    @Test
    void tellsEverythingWrongAtOnce() {
        var document =
                new MemoryDocument(
                        null,
                        "x".repeat(20_001),
                        "x".repeat(201),
                        "tweet",
                        "x".repeat(201),
                        "x".repeat(2_001),
                        -1.0,
                        Double.NaN,
                        "javascript:alert(1)",
                        "x".repeat(201),
                        "hearsay",
                        "yesterday",
                        Collections.nCopies(51, "tag"),
                        "myspace",
                        null,
                        null);
        assertThat(pointers(document))
                .containsExactlyInAnyOrder(
                        "/text",
                        "/in_reply_to",
                        "/source_id",
                        "/source_type",
                        "/video_id",
                        "/video_title",
                        "/start_s",
                        "/end_s",
                        "/url",
                        "/speaker",
                        "/provenance",
                        "/created_at",
                        "/tags",
                        "/platform");
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        var document =
                new MemoryDocument(
                        "a", null, null, null, null, null, 5.0, 4.0, null, null, null, null,
                        List.of(), null, null, null);
        assertThat(pointers(document)).containsExactly("/end_s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-01T09:30:00", "2024-05-01", "0001-01-01T00:00:00Z", "soon"})
    void refusesATimeThatNamesNoMoment(String time) {
        var document =
                new MemoryDocument(
                        "a", null, null, null, null, null, null, null, null, null, null, time,
                        List.of(), null, null, null);
        assertThat(pointers(document)).containsExactly("/created_at");
    }

    @Test
    void knowsTheSameWordsAtTheSamePlaceAgain() {
        assertThat(sound(saying("Two fields.")).sourceId())
                .isEqualTo(sound(saying(" Two fields. ")).sourceId())
                .isNotEqualTo(sound(saying("Three fields.")).sourceId());
    }
}
