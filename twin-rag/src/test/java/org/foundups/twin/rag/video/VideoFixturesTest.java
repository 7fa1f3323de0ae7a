package org.foundups.twin.rag.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.foundups.twin.rag.video.Track.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every fixture reads as its README says.
final class VideoFixturesTest {
    @ParameterizedTest
    @CsvSource({
        "01-a-vlog-rice-field, A, 4, paraphrase (model_summary), CCCC, 0",
        "02-a-music-only, A, 2, paraphrase (model_summary), ??, 0",
        "03-a-lecture-training-strings, A, 6, paraphrase (model_summary), CCGCGC, 0",
        "04-a-unknown-speaker, A, 4, paraphrase (model_summary), ????, 0",
        "05-b-studio-ask-null-end, B, 4, paraphrase (model_summary), ????, 0",
        "06-b-studio-ask-duplicate-starts, B, 4, paraphrase (model_summary), ????, 0",
        "07-b-stacked-transcripts, B, 2, paraphrase (model_summary), CG, 4",
        "08-b-whisper-verbatim-extra-fields, B, 5, verbatim (transcript_source), CCCCC, 5",
        "09-c-stub-default-topics, C, 0, none, '', 0",
        "10-c-stub-scheduled-music-channel, C, 0, none, '', 0",
        "11-d-repaired-mss-strings, D, 4, paraphrase (model_summary), CCCC, 0",
        "12-d-repaired-hour-long, D, 5, paraphrase (model_summary), CG?CC, 0",
        "13-e-ask-transcript-fresh, E, 5, paraphrase (ask_unverified), ?????, 0",
        "14-e-ask-over-enhanced, E, 3, paraphrase (ask_unverified), ???, 0",
        "15-e-ask-untimed-fallback, E, 4, paraphrase (ask_unverified), ????, 0",
        "16-list-root-segments, list root, 3, paraphrase (no_evidence), CGC, 0",
    })
    void readsAsTheReadmeSays(
            String name, String label, int segments, String origin, String speakers, int eligible) {
        var video = VideoFixtures.video(name);
        var primary = video.track(Kind.PRIMARY).orElseThrow();
        assertThat(video.label().shown()).isEqualTo(label);
        assertThat(primary.segments()).hasSize(segments);
        assertThat(primary.origin()).hasToString(origin);
        assertThat(speakers(primary)).isEqualTo(speakers);
        assertThat(video.voiceEligible()).hasSize(eligible);
    }

    private static String speakers(Track track) {
        return track.segments().stream()
                .map(segment ->
                        switch (segment.speaker()) {
                            case Speaker.Creator _ -> "C";
                            case Speaker.Other _ -> "G";
                            case Speaker.Unknown _ -> "?";
                        })
                .collect(Collectors.joining());
    }

    private static List<String> starts(String name) {
        return primary(name).stream().map(segment -> shown(segment.start())).toList();
    }

    private static List<String> effectiveEnds(String name) {
        return primary(name).stream().map(segment -> shown(segment.effectiveEnd())).toList();
    }

    private static List<Segment> primary(String name) {
        return VideoFixtures.video(name).track(Kind.PRIMARY).orElseThrow().segments();
    }

    private static String shown(@org.jspecify.annotations.Nullable BigDecimal seconds) {
        return seconds == null ? "?" : seconds.stripTrailingZeros().toPlainString();
    }

    @Test
    void readsTheVlog() {
        var video = VideoFixtures.video("01-a-vlog-rice-field");
        assertThat(video.duration()).isEqualByComparingTo("156");
        assertThat(Objects.requireNonNull(video.indexedAt()).zoneAssumed()).isTrue();
        assertThat(video.warnings()).extracting(VideoFile.Warning::code).contains("stem_differs");
    }

    @Test
    void hearsThatASoundCueIsNoSpeech() {
        var track = VideoFixtures.video("02-a-music-only").track(Kind.PRIMARY).orElseThrow();
        assertThat(track.segments()).extracting(Segment::isSpeech).containsExactly(true, false);
    }

    @Test
    void keepsTheValidItemsOfALecture() {
        var training =
                Objects.requireNonNull(
                        VideoFixtures.video("03-a-lecture-training-strings").training());
        assertThat(training.rejected().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(3);
        assertThat(training.rejected())
                .containsEntry("segment_idx_out_of_range", 2)
                .containsEntry("score_no_number", 1);
        assertThat(training.stale()).isFalse();
        assertThat(training.storedTier()).isEqualTo(2);
        assertThat(training.coerced()).isPositive();
        assertThat(training.items())
                .filteredOn(item -> item.kind() == TrainingItem.Kind.QUOTABLE_MOMENTS)
                .extracting(TrainingItem::speaker)
                .hasAtLeastOneElementOfType(Speaker.Other.class);
        assertThat(training.items())
                .filteredOn(item -> item.kind() == TrainingItem.Kind.VERBATIM_QUOTES)
                .extracting(TrainingItem::verbatim)
                .containsOnly(false);
    }

    @Test
    void takesTheMarkOfAnUnreadTimeForUnknown() {
        var last = primary("04-a-unknown-speaker").get(3);
        assertThat(last.start()).isNull();
        assertThat(last.end()).isNull();
    }

    @Test
    void infersEndsFromWhatFollows() {
        assertThat(effectiveEnds("05-b-studio-ask-null-end"))
                .containsExactly("48", "125", "301", "?");
        assertThat(VideoFixtures.video("05-b-studio-ask-null-end").duration()).isNull();
        assertThat(primary("05-b-studio-ask-null-end").getFirst().endInferred()).isTrue();
    }

    @Test
    void keepsSegmentsWithTheSameStartApart() {
        var segments = primary("06-b-studio-ask-duplicate-starts");
        assertThat(segments).extracting(Segment::key).doesNotHaveDuplicates();
        var same =
                segments.stream()
                        .filter(segment -> "70".equals(shown(segment.start())))
                        .map(segment -> shown(segment.effectiveEnd()));
        assertThat(same).containsExactly("195", "195");
        assertThat(segments.get(2).start()).isNull();
    }

    @Test
    void readsEveryTrackOfAStackedFile() {
        var video = VideoFixtures.video("07-b-stacked-transcripts");
        var captions = video.track(Kind.CAPTIONS).orElseThrow();
        var whisper = video.track(Kind.WHISPER).orElseThrow();
        assertThat(captions.origin()).hasToString("verbatim (caption_track)");
        assertThat(whisper.origin()).hasToString("verbatim (whisper_track)");
        assertThat(speakers(captions)).isEqualTo("????");
        assertThat(speakers(whisper)).isEqualTo("CCCGC");
        assertThat(video.ownShare()).contains(new VideoIndex.Share(Kind.WHISPER, 4, 5));
    }

    @Test
    void keepsNumbersExactly() {
        var root = VideoFixtures.video("08-b-whisper-verbatim-extra-fields").root();
        assertThat(root.path("x_upload_serial").asString()).isEqualTo("12345678901234567890");
        assertThat(root.path("x_gain_db").decimalValue()).isEqualTo(new BigDecimal("-0.10"));
        assertThat(root.path("x_ratio").decimalValue()).isEqualTo(new BigDecimal("1E-7"));
        assertThat(root.path("duration").decimalValue()).isEqualTo(new BigDecimal("61.250"));
        var written =
                new String(
                        VideoFixtures.video("08-b-whisper-verbatim-extra-fields").written(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(written).contains("待つ", "🚆", "12345678901234567890", "-0.10", "61.250");
    }

    @Test
    void readsClockTimes() {
        assertThat(starts("11-d-repaired-mss-strings")).containsExactly("0", "35", "80", "125");
        assertThat(starts("12-d-repaired-hour-long"))
                .containsExactly("0", "750", "2465", "3850", "4510");
        assertThat(effectiveEnds("12-d-repaired-hour-long"))
                .containsExactly("750", "2465", "3850", "4510", "4860");
        assertThat(effectiveEnds("13-e-ask-transcript-fresh"))
                .containsExactly("12", "41", "87", "128", "?");
    }

    @Test
    void usesNothingOfAStaleBlock() {
        var video = VideoFixtures.video("14-e-ask-over-enhanced");
        var training = Objects.requireNonNull(video.training());
        assertThat(training.stale()).isTrue();
        assertThat(training.usable()).isEmpty();
        assertThat(video.root().path("training_data").size()).isPositive();
        assertThat(effectiveEnds("14-e-ask-over-enhanced")).last().isEqualTo("80");
    }

    @Test
    void takesTimesThatAreAllZeroForUnknown() {
        assertThat(starts("15-e-ask-untimed-fallback")).containsOnly("?");
        assertThat(primary("15-e-ask-untimed-fallback"))
                .extracting(Segment::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void readsAList() {
        var video = VideoFixtures.video("16-list-root-segments");
        assertThat(video.videoId()).isEqualTo("16-list-root-segments");
        assertThat(starts("16-list-root-segments")).containsExactly("0", "42", "75.5");
        assertThat(effectiveEnds("16-list-root-segments")).containsExactly("42", "75", "120");
        assertThat(new String(video.written(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("[\n  {");
    }

    @Test
    void saysWhereABrokenFileBreaks() {
        assertThat(VideoFixtures.file("17-malformed-truncated"))
                .isInstanceOfSatisfying(
                        VideoFile.Unreadable.class,
                        fault -> {
                            assertThat(fault.reason()).isEqualTo("malformed_json");
                            assertThat(fault.line()).isEqualTo(9);
                        });
        assertThat(VideoFixtures.file("18-invalid-utf8"))
                .isInstanceOfSatisfying(
                        VideoFile.Unreadable.class,
                        fault -> {
                            assertThat(fault.reason()).isEqualTo("invalid_utf8");
                            assertThat(fault.offset()).isEqualTo(46);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-a-vlog-rice-field",
                "03-a-lecture-training-strings",
                "07-b-stacked-transcripts",
                "08-b-whisper-verbatim-extra-fields",
                "10-c-stub-scheduled-music-channel",
                "12-d-repaired-hour-long",
                "14-e-ask-over-enhanced",
                "16-list-root-segments"
            })
    void writesTheSameValueAgain(String name) {
        var read = VideoFixtures.video(name);
        var again = (VideoFile.Read) VideoFile.read(read.written(), VideoFixtures.place(name));
        assertThat(again.video().root()).isEqualTo(read.root());
        assertThat(again.video().root().toString()).isEqualTo(read.root().toString());
    }
}
