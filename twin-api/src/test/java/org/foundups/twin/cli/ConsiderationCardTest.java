package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConsiderationCardTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final String TARGET = "🧄 How deep do you plant garlic? And when?";

    private static final String COMMENT =
            """
            {"consideration_id": "c-1", "identity_quality": "fingerprint", "first_seen": true,
             "decision": {"action": "comment", "confidence": 0.826, "reason": "The creator is asked.",
              "reasons": [
               {"code": "QUESTION", "text": "It asks the creator.", "weight": 0.4, "evidence": {"start": 2, "end": 31}},
               {"code": "OLD", "text": "It is old.", "weight": -0.05, "evidence": null}],
              "suggested_text": "Two inches, pointy side up. にんにく 🧄 loves company, so plant twice as many.",
              "requires_approval": true, "expires_at": "2026-11-25T10:00:00Z", "cooldown_until": null},
             "draft": {"text": "Two inches.", "alternatives": [{"text": "Absolutely"}],
              "retrieved_snippets": [
               {"text": "Two inches, pointy side up.", "source_id": "c-17", "source_type": "comment", "score": 0.74,
                "url": "https://example.org/c-17", "provenance": "verbatim", "in_reply_to": "How deep?",
                "created_at": "2024-03-02T10:00:00Z", "video_id": null, "timestamp": null},
               {"text": "Plant in October.", "source_id": "t", "source_type": "video_transcript", "score": 0.4,
                "video_id": "v-3", "timestamp": 754.2, "provenance": "paraphrase"}],
              "generator": {"kind": "llm", "model": "small-model", "adapter": null, "prompt_tokens": 1612,
               "cached_tokens": 480, "completion_tokens": 31},
              "guardrail": {"verdict": "revised", "raw_text": "Sure! Two inches.", "violations": [
               {"rule": "banned_phrase", "severity": "warning", "message": "Never says Sure."}]}},
             "abstained": null,
             "timings_ms": {"screen": 0.82, "recall": 4.4, "draft": 820.4, "first_token": 310.2, "total": 828.1}}
            """;

    private static final String HOLD =
            """
            {"consideration_id": "c-2", "identity_quality": "exact", "first_seen": false,
             "decision": {"action": "hold", "confidence": 0.5, "reason": "The model is slow.", "reasons": [],
              "suggested_text": null, "requires_approval": true},
             "draft": null, "abstained": {"code": "MODEL_TIMEOUT", "reason": "No word came within 5 s."},
             "timings_ms": {"screen": 1, "total": 5001}}
            """;

    @Test
    void showsDecisionWordsReasonsPassagesRailsWriterAndTime() {
        assertThat(shown(COMMENT, TARGET, 80))
                .isEqualTo(
                        """
                        COMMENT  83 % sure
                        The creator is asked.

                          ┃ Two inches, pointy side up. にんにく 🧄 loves company, so plant twice as
                          ┃ many.
                          needs approval · good until 2026-11-25 11:00

                        Why
                          +0.40  It asks the creator.  (QUESTION)
                                 “How deep do you plant garlic?”
                          -0.05  It is old.  (OLD)

                        Rests on
                          ███████▍░░ 0.74  comment · 2024-03-02 · c-17 · verbatim
                            to “How deep?”
                            Two inches, pointy side up.
                            https://example.org/c-17
                          ████░░░░░░ 0.40  video transcript · v-3 12:34 · paraphrase
                            Plant in October.

                        Guardrails
                          revised  after 2 attempts
                          warning     Never says Sure.  (banned_phrase)
                          before      Sure! Two inches.

                        Written by
                          small-model
                          1,612 tokens read, 480 of them from the cache, 31 written

                        Time
                          screen    ▏                            0.8 ms
                          recall    ▏                            4.4 ms
                          draft     ████████████████████████     820 ms
                          total                                  828 ms  first token after 310 ms

                        consideration c-1
                        No --id was given, so the text is known by a fingerprint and any action needs
                        approval.
                        """);
    }

    @Test
    void showsWhyThereAreNoWords() {
        assertThat(shown(HOLD, TARGET, 80))
                .isEqualTo(
                        """
                        HOLD  50 % sure  seen before
                        The model is slow.

                          no words  MODEL_TIMEOUT  No word came within 5 s.
                          needs approval

                        Time
                          screen    ████████████████████████     1.0 ms
                          total                                   5.0 s

                        consideration c-2
                        """);
    }

    @Test
    void saysAReasonOnce() {
        var answer =
                "{\"decision\":{\"action\":\"like\",\"reason\":\"It is kind.\"},"
                        + "\"abstained\":{\"code\":\"KIND\",\"reason\":\"It is kind.\"}}";
        assertThat(shown(answer, null, 80)).isEqualTo("LIKE\nIt is kind.\n");
    }

    @Test
    void fitsIntoEveryWidthWithAndWithoutColour() {
        for (var columns = 60; columns <= 200; columns++) {
            var most = columns;
            for (var answer : List.of(COMMENT, HOLD)) {
                assertThat(card(answer, TARGET, columns)).allMatch(line -> line.width() <= most);
            }
        }
        var coloured =
                card(COMMENT, TARGET, 80).stream()
                        .map(Line::coloured)
                        .collect(Collectors.joining("\n"));
        assertThat(coloured).startsWith("\033[1;32mCOMMENT\033[0m");
        assertThat(coloured.replaceAll("\033\\[[0-9;]*m", "") + "\n")
                .isEqualTo(shown(COMMENT, TARGET, 80));
    }

    @Test
    void leavesOutWhatDidNotCome() {
        assertThat(shown("{}", null, 80)).isEqualTo("NO DECISION\n");
        assertThat(shown("{\"decision\":\"later\",\"draft\":[1],\"timings_ms\":7}", null, 80))
                .isEqualTo("NO DECISION\n");
        assertThat(
                        shown(
                                "{\"decision\":{\"action\":\"repost\",\"reasons\":[{}],\"news\":[]}}",
                                null,
                                80))
                .startsWith("REPOST\n");
    }

    @Test
    void quotesNoEvidenceThatIsOutsideTheText() {
        for (var evidence :
                List.of(
                        "{\"start\":2,\"end\":999}",
                        "{\"start\":-1,\"end\":3}",
                        "{\"start\":5,\"end\":5}",
                        "7")) {
            var answer =
                    "{\"decision\":{\"action\":\"like\",\"reasons\":[{\"text\":\"x\",\"evidence\":"
                            + evidence
                            + "}]}}";
            assertThat(shown(answer, TARGET, 80)).doesNotContain("“");
        }
    }

    @Test
    void obeysNothingThatACommentSays() {
        var hostile = "\\u001b[2J\\u001b]0;owned\\u0007\\u009b31m\\u202egnp\\u202c\\r\\nDone";
        var answer =
                COMMENT.replace("Two inches", hostile)
                        .replace("small-model", hostile)
                        .replace("c-17", hostile);
        for (var line : card(answer, TARGET.replace("garlic", "\033[2J"), 80)) {
            assertThat(line.plain().codePoints())
                    .noneMatch(
                            codePoint -> Character.isISOControl(codePoint) || codePoint == 0x202E);
        }
    }

    @Test
    void keepsADraftThatIsNotOfferedApartFromWordsThatAre() {
        var answer =
                "{\"decision\":{\"action\":\"hold\"},\"draft\":{\"text\":\"Buy now\",\"guardrail\":{\"verdict\":\"blocked\"}}}";
        assertThat(shown(answer, null, 80))
                .contains("┃ Buy now\n  A draft that is not offered.", "blocked");
    }

    private static List<Line> card(
            String answer, @org.jspecify.annotations.Nullable String target, int columns) {
        return new ConsiderationCard(Value.parsed(answer), target, VIENNA).lines(columns);
    }

    private static String shown(
            String answer, @org.jspecify.annotations.Nullable String target, int columns) {
        return card(answer, target, columns).stream()
                .map(line -> line.plain() + "\n")
                .collect(Collectors.joining());
    }
}
