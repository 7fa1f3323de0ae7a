package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UtterancesTest {
    private static final ImportOptions OURS =
            ImportOptions.of("012", "auto").spokenBy("012").knownAs(Set.of("012", "Jonas Weber"));

    private static Cue cue(@Nullable String speaker, String text) {
        return new Cue(1, 0.0, 1.0, text, speaker);
    }

    /// As `speaker: text`, a turn with a bar before it.
    private static List<String> heard(Cue... cues) {
        var utterances = new Utterances(OURS);
        var heard = new ArrayList<String>();
        for (var cue : cues) {
            for (var said : utterances.in(cue))
                heard.add((said.turn() ? "| " : "") + said.speaker() + ": " + said.text());
        }
        return heard;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[music]",
                "(applause)",
                "♪",
                "♪ la la la ♪",
                "[Music] [Applause]",
                "...",
                "- [laughs]",
                ">> (cheering)",
                "【音楽】",
                "（拍手）",
                " ",
                "[ __ ]",
                "♪♪\n[drums]",
            })
    void dropsSounds(String text) {
        assertThat(heard(cue(null, text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[music] so", "so (he said)", "1", "田んぼ", "song ♪ and dance"})
    void keepsSpeech(String text) {
        assertThat(heard(cue(null, text))).containsExactly("012: " + text);
    }

    @Test
    void joinsLinesAndDropsSoundsBetweenThem() {
        assertThat(heard(cue(null, "so\u00a0today\n[Music]\n we\u200b  go")))
                .containsExactly("012: so today we go");
    }

    @Test
    void namesTheCreatorByThePersona() {
        assertThat(heard(cue("@jonas weber", "a"), cue("Anna", "b"), cue(null, "c")))
                .containsExactly("| 012: a", "| Anna: b", "| 012: c");
    }

    @Test
    void knowsNobodyAfterAMarkOfDialogueUntilSomebodyIsNamed() {
        assertThat(
                        heard(
                                cue(null, "hello >> hi there"),
                                cue(null, "welcome"),
                                cue("Jonas Weber", "thanks"),
                                cue(null, "good")))
                .containsExactly(
                        "012: hello",
                        "| null: hi there",
                        "null: welcome",
                        "| 012: thanks",
                        "| null: good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- Yes.\n- No.", "-Yes.\n-No.", "– Yes.\n– No.", ">> Yes. >> No."})
    void takesEveryMarkForATurn(String text) {
        assertThat(heard(cue(null, text))).containsExactly("| null: Yes.", "| null: No.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5 degrees", "well - yes", "—and then", "a > b", "x->y"})
    void takesNoOtherDashOrArrowForATurn(String text) {
        assertThat(heard(cue(null, text))).containsExactly("012: " + text);
    }

    @Test
    void knowsNobodyOnceTwoSpeakersGoUnnamed() {
        assertThat(
                        heard(
                                cue("SPEAKER_00", "a"),
                                cue("SPEAKER_00", "b"),
                                cue("SPEAKER_01", "c"),
                                cue("SPEAKER_00", "d")))
                .containsExactly("| 012: a", "012: b", "| null: c", "| null: d");
    }
}
