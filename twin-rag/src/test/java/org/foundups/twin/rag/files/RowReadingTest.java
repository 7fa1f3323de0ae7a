package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowReadingTest {
    private static final ImportOptions PLAIN = ImportOptions.of("012", "auto");
    private static final ImportOptions TOKYO =
            new ImportOptions(
                    "012",
                    "auto",
                    null,
                    "jonas",
                    "post",
                    "x",
                    ZoneId.of("Asia/Tokyo"),
                    null,
                    Set.of("012"),
                    Map.of());

    private static MemoryDocument read(ImportOptions options, Map<String, String> row) {
        return ((ImportRow.Accepted) new RowReading(options).row(1, row)).document();
    }

    @ParameterizedTest
    @CsvSource({"12.5, 12.5", "1:02, 62", "1:00:02.5, 3602.5", " 90 , 90"})
    void readsSecondsAndClockTimes(String written, double seconds) {
        assertThat(read(PLAIN, Map.of("text", "a", "start", written)).startSeconds())
                .isEqualTo(seconds);
    }

    @Test
    void refusesATimestampItCannotRead() {
        assertThat(new RowReading(PLAIN).row(7, Map.of("text", "a", "start", "so\u0007on")))
                .isEqualTo(
                        new ImportRow.Broken(
                                7, "start_s: neither seconds nor minutes:seconds: so on"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T09:30:00Z, 2024-05-01T09:30:00Z",
        "2024-05-01 09:30:00 +09:00, 2024-05-01T09:30:00+09:00",
        "1714555800, 2024-05-01T09:30:00Z",
        "1714555800000, 2024-05-01T09:30:00Z"
    })
    void readsTimesThatNameTheirMoment(String written, String moment) {
        assertThat(read(PLAIN, Map.of("text", "a", "createdat", written)).createdAt())
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T09:30:00, 2024-05-01T09:30+09:00",
        "2024-05-01 09:30:00, 2024-05-01T09:30+09:00",
        "2024-05-01, 2024-05-01T00:00+09:00"
    })
    void readsTimesWithoutOffsetInTheNamedZone(String written, String moment) {
        assertThat(read(TOKYO, Map.of("text", "a", "date", written)).createdAt()).isEqualTo(moment);
    }

    @Test
    void leavesTimesWithoutOffsetToBeRefusedWithoutAZone() {
        var document = read(PLAIN, Map.of("text", "a", "date", "2024-05-01T09:30:00"));
        assertThat(document.createdAt()).isEqualTo("2024-05-01T09:30:00");
    }

    @Test
    void takesADatedTimestampForTheDate() {
        var document = read(PLAIN, Map.of("text", "a", "timestamp", "2024-05-01T09:30:00Z"));
        assertThat(document.createdAt()).isEqualTo("2024-05-01T09:30:00Z");
        assertThat(document.startSeconds()).isNull();
    }

    @Test
    void fillsInWhatTheFileDoesNotSay() {
        var document = read(TOKYO, Map.of("text", "a"));
        assertThat(document.speaker()).isEqualTo("jonas");
        assertThat(document.sourceType()).isEqualTo("post");
        assertThat(document.platform()).isEqualTo("x");
    }

    @Test
    void letsTheRowSpeakForItself() {
        var document = read(TOKYO, Map.of("text", "a", "author", "A Viewer", "type", "comment"));
        assertThat(document.speaker()).isEqualTo("A Viewer");
        assertThat(document.sourceType()).isEqualTo("comment");
    }

    @Test
    void leavesAnUnnamedSpeakerUnknown() {
        assertThat(read(PLAIN, Map.of("text", "a")).speaker()).isNull();
    }

    @Test
    void takesTheCommentBesideAReplyForWhatWasAnswered() {
        var document = read(PLAIN, Map.of("reply", "a", "comment", "q"));
        assertThat(document.text()).isEqualTo("a");
        assertThat(document.inReplyTo()).isEqualTo("q");
    }

    @Test
    void cutsTagsApart() {
        assertThat(read(PLAIN, Map.of("text", "a", "tags", "x, y;z")).tags())
                .containsExactly("x", "y", "z");
    }
}
