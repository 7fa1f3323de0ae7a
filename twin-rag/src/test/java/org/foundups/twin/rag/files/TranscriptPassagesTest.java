package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TranscriptPassagesTest {
    private static final ImportOptions OURS =
            new ImportOptions(
                    "012",
                    "auto",
                    null,
                    "012",
                    null,
                    null,
                    null,
                    "undaodu",
                    java.util.Set.of("012"),
                    java.util.Map.of());

    private static List<MemoryDocument> passages(List<Cue> cues) {
        try {
            var source =
                    new TranscriptPassages(
                            HeardCues.source(cues),
                            "captions",
                            new VideoName("dQw4w9WgXcQ", "Rice", "en"),
                            OURS);
            var passages = new ArrayList<MemoryDocument>();
            for (var row = source.next(); row.isPresent(); row = source.next()) {
                if (row.get() instanceof ImportRow.Accepted(_, var document))
                    passages.add(document);
            }
            return passages;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static Cue cue(double start, double end, String text) {
        return new Cue(1, start, end, text, null);
    }

    /// So many words, `w1 w2 …`.
    private static String words(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> name + i)
                .collect(Collectors.joining(" "));
    }

    private static List<String> texts(List<MemoryDocument> passages) {
        return passages.stream().map(p -> Objects.requireNonNull(p.text())).toList();
    }

    private static int count(@Nullable String text) {
        return text == null ? 0 : text.split(" ", -1).length;
    }

    @Test
    void fillsInEverythingAPassageIs() {
        assertThat(
                        passages(
                                List.of(
                                        cue(61.25, 63, "First the water,"),
                                        cue(63, 64, "then the rice."))))
                .containsExactly(
                        new MemoryDocument(
                                "First the water, then the rice.",
                                null,
                                "dQw4w9WgXcQ:captions:61250",
                                "video_transcript",
                                "dQw4w9WgXcQ",
                                "Rice",
                                61.25,
                                64.0,
                                "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=61",
                                "012",
                                "verbatim",
                                null,
                                List.of(),
                                "youtube",
                                "undaodu",
                                null));
    }

    @Test
    void cutsAtSentencesAndSaysTheLastOneAgain() {
        var cues = new ArrayList<Cue>();
        for (int i = 0; i < 12; i++)
            cues.add(cue(i * 10, i * 10 + 10, "S" + i + " " + words("w", 18) + " end."));
        var passages = passages(cues);
        assertThat(texts(passages)).allMatch(text -> text.startsWith("S") && text.endsWith("end."));
        assertThat(passages).hasSize(4);
        assertThat(passages.stream().map(p -> count(p.text()))).containsExactly(80, 80, 80, 60);
        assertThat(passages.stream().map(MemoryDocument::startSeconds))
                .containsExactly(0.0, 30.0, 60.0, 90.0);
        assertThat(passages.stream().map(MemoryDocument::endSeconds))
                .containsExactly(40.0, 70.0, 100.0, 120.0);
    }

    @Test
    void measuresPlacesWithinACueByCharacters() {
        var sentence = words("Word", 10) + ".";
        var cue = cue(0, 100, (sentence + " ").repeat(20).strip());
        var passages = passages(List.of(cue));
        assertThat(passages).hasSizeGreaterThan(1);
        assertThat(texts(passages)).allMatch(text -> text.endsWith("Word10."));
        var second = passages.get(1);
        assertThat(second.startSeconds()).isBetween(39.0, 41.0);
        assertThat(passages.getFirst().endSeconds()).isBetween(44.0, 46.0);
        assertThat(passages.getLast().endSeconds()).isEqualTo(100.0);
    }

    @Test
    void cutsUnpunctuatedSpeechAtPausesAndElseAtTheLimit() {
        var cues = new ArrayList<Cue>();
        for (int i = 0; i < 30; i++) {
            var start = i * 5 + (i >= 5 ? 2 : 0);
            cues.add(cue(start, start + 5, words("c" + i + "w", 10)));
        }
        var passages = passages(cues);
        assertThat(passages.stream().map(p -> count(p.text()))).containsExactly(50, 90, 90, 70);
        assertThat(passages.get(0).endSeconds()).isEqualTo(25.0);
        assertThat(passages.get(1).startSeconds()).isEqualTo(27.0);
        assertThat(texts(passages).get(1)).startsWith("c5w1 ");
    }

    @ParameterizedTest
    @CsvSource({"3.9, 1", "4.1, 2", "-8, 2"})
    void beginsAnewAfterALongPauseOrAJumpBack(double pause, int expected) {
        var passages = passages(List.of(cue(10, 12, "One."), cue(12 + pause, 14 + pause, "Two.")));
        assertThat(passages).hasSize(expected);
    }

    @Test
    void endsAtEveryTurn() {
        var passages =
                passages(
                        List.of(
                                cue(0, 1, "Is it rice?"),
                                cue(1, 2, ">> It is."),
                                cue(2, 3, "Yes.")));
        assertThat(texts(passages)).containsExactly("Is it rice?", "It is. Yes.");
        assertThat(passages.stream().map(MemoryDocument::speaker)).containsExactly("012", null);
    }

    @Test
    void endsAtALostCue() {
        var srt =
                """
                1
                00:00:01,000 --> 00:00:02,000
                I do

                2
                00:00:xx --> 00:00:03,000
                not

                3
                00:00:03,000 --> 00:00:04,000
                agree.
                """;
        var read = ReadRows.named("a talk.srt", OURS, srt.getBytes(StandardCharsets.UTF_8));
        assertThat(read.texts()).containsExactly("I do", "agree.");
        assertThat(read.lines()).containsExactly(2L, 6L, 10L);
    }

    @Test
    void endsOverlappingCuesWhereTheNextBegins() {
        var passages =
                passages(
                        List.of(
                                cue(0, 9, "One."),
                                cue(2, 3, "Two."),
                                new Cue(1, 3.5, null, "Three.", null),
                                cue(5, 6, "Four.")));
        assertThat(texts(passages)).containsExactly("One. Two. Three. Four.");
        assertThat(passages.getFirst().endSeconds()).isEqualTo(6.0);
    }

    @Test
    void keepsPassagesApartThatBeginAtTheSameTime() {
        var passages =
                passages(
                        List.of(
                                cue(1, 1, "- Yes.\n- No."),
                                cue(1, 1, "- Maybe."),
                                new Cue(9, null, null, ">> Who knows.", null)));
        assertThat(passages.stream().map(MemoryDocument::sourceId)).doesNotHaveDuplicates();
        assertThat(passages.getFirst().sourceId()).isEqualTo("dQw4w9WgXcQ:captions:1000");
        assertThat(passages.getLast().startSeconds()).isNull();
        assertThat(passages.getLast().url())
                .isEqualTo("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
    }

    @Test
    void cutsJapaneseAtItsSentences() {
        var cues = new ArrayList<Cue>();
        for (int i = 0; i < 40; i++)
            cues.add(cue(i, i + 1, i % 2 == 0 ? "今日は田んぼの水を見ました。" : "雨がたくさん降りました。"));
        var passages = passages(cues);
        assertThat(passages).hasSizeGreaterThan(2);
        assertThat(texts(passages))
                .allMatch(
                        text -> text.endsWith("。") && !text.contains(" ") && text.length() <= 200);
    }

    @Test
    void cutsWhatHasNoWords() {
        var passages = passages(List.of(cue(0, 10, "a " + "x".repeat(60_000)), cue(10, 11, "b")));
        assertThat(texts(passages)).allMatch(text -> text.length() < 4_000);
        assertThat(String.join("", texts(passages)).replace(" ", "")).hasSize(60_002);
    }

    @Test
    void losesOnlyCuesThatCannotBeStored() {
        var read =
                ReadRows.named(
                        "a.ttml",
                        OURS,
                        "<tt><body><p begin='1s'>a</p>\n<p begin='2s'>caf\u00e9</p>\n<p begin='3s'>c</p></body></tt>"
                                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.texts()).containsExactly("a", "c");
        assertThat(read.faults()).singleElement().asString().startsWith("2: ");
    }

    /// Whatever the cues: every word comes through in order, said again at most once; times do not
    /// run backwards within a passage; names are unique; the same file gives the same passages.
    @Test
    void losesNoWordOfRandomTranscripts() {
        var seed = 20261125L;
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var cues = new ArrayList<Cue>();
            var time = 0.0;
            var said = new ArrayList<String>();
            for (int i = 0; i < 60; i++) {
                var text = new StringBuilder();
                for (int word = random.nextInt(1, 25); word > 0; word--) {
                    var ending =
                            random.nextInt(12) == 0 ? (random.nextBoolean() ? "." : "?\"") : "";
                    said.add("W" + said.size() + ending);
                    text.append(said.getLast()).append(' ');
                }
                var lasts = random.nextDouble(0, 6);
                cues.add(
                        new Cue(
                                i + 1,
                                random.nextInt(20) == 0 ? null : time,
                                random.nextInt(20) == 0 ? null : time + lasts,
                                text.toString(),
                                random.nextInt(15) == 0 ? "Anna" : null));
                time += lasts + random.nextDouble(-2, 3);
                if (time < 0) time = 0;
            }
            var passages = passages(cues);
            var next = 0;
            for (var passage : passages) {
                var words = Arrays.asList(Objects.requireNonNull(passage.text()).split(" ", -1));
                var first = said.indexOf(words.getFirst());
                assertThat(first).as("seed %d, round %d", seed, round).isLessThanOrEqualTo(next);
                assertThat(words).isEqualTo(said.subList(first, first + words.size()));
                assertThat(first + words.size()).isGreaterThan(next);
                assertThat(words.size()).isLessThanOrEqualTo(Stretch.MOST_WORDS);
                next = first + words.size();
                var start = passage.startSeconds();
                var end = passage.endSeconds();
                if (start != null && end != null) assertThat(end).isGreaterThanOrEqualTo(start);
            }
            assertThat(next).isEqualTo(said.size());
            assertThat(passages.stream().map(MemoryDocument::sourceId)).doesNotHaveDuplicates();
            assertThat(passages(cues)).isEqualTo(passages);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one two three      | 2 | one two",
                "one two            | 2 | one two",
                "今日は田んぼ          | 2 | 今日は田",
                "今日 rice is         | 2 | 今日 rice",
            })
    void measuresWords(String text, int words, String beginning) {
        assertThat(text.substring(0, Spacing.end(text, words)).strip()).isEqualTo(beginning);
        assertThat(new Stretch(Locale.ROOT).next()).isEmpty();
    }
}
