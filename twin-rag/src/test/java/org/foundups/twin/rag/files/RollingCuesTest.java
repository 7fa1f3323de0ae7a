package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RollingCuesTest {
    private static final String AUTOMATIC =
            """
            WEBVTT
            Kind: captions
            Language: en

            00:00:00.160 --> 00:00:02.389 align:start position:0%
            \s
            so<00:00:00.480><c> today</c><00:00:00.640><c> we</c>

            00:00:02.389 --> 00:00:02.399 align:start position:0%
            so today we
            \s

            00:00:02.399 --> 00:00:04.309 align:start position:0%
            so today we
            are<00:00:02.639><c> going</c><00:00:03.000><c> out</c>

            00:00:04.309 --> 00:00:04.319 align:start position:0%
            are going out
            \s

            00:00:04.319 --> 00:00:06.869 align:start position:0%
            are going out
            [Music]

            00:00:06.869 --> 00:00:06.879 align:start position:0%
            [Music]
            \s

            00:00:06.879 --> 00:00:09.000 align:start position:0%
            [Music]
            &gt;&gt;<00:00:07.000><c> okay</c>
            """;

    @Test
    void letsOnlyNewWordsOfAutomaticCaptionsThrough() {
        var heard =
                HeardCues.of(
                        AUTOMATIC,
                        bytes -> new RollingCues(CaptionLines.webVtt(new ByteLines(bytes))));
        assertThat(heard.texts())
                .containsExactly("so today we", "are going out", "[Music]", ">> okay");
        assertThat(heard.cues().stream().map(Cue::start))
                .containsExactly(0.16, 2.399, 4.319, 6.879);
        assertThat(heard.faults()).isEmpty();
    }

    @Test
    void survivesTheLossOfBlanksAtLineEnds() {
        var stripped = AUTOMATIC.replace("\n \n", "\n\n");
        var heard =
                HeardCues.of(
                        stripped,
                        bytes -> new RollingCues(CaptionLines.webVtt(new ByteLines(bytes))));
        assertThat(heard.texts())
                .containsExactly("so today we", "are going out", "[Music]", ">> okay");
    }

    /// Cues of a second each, which touch where `|` stands between them and not where `/` does.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "so today we|so today we~are going|are going~out now; so today we|are going|out now",
                "so today we|so today we are|so today we are going; so today we|are|going",
                "one two three four|two three four five; one two three four|five",
                "No.|No.; No.|No.",
                "No./No./No.; No.|No.|No.",
                "yes it is|it is raining; yes it is|it is raining",
                "a b c d/b c d e; a b c d|b c d e",
                "a~b|a~b|c; a~b|a~b|c",
            })
    void tellsRollingFromRepeating(String cues, String expected) {
        var written = new ArrayList<Cue>();
        var time = 0.0;
        for (var part : cues.split("(?<=[|/])", -1)) {
            var text = part.replaceAll("[|/]", "").replace('~', '\n');
            written.add(new Cue(1, time, time + 1, text, null));
            time += part.endsWith("/") ? 3 : 1;
        }
        assertThat(HeardCues.of(new RollingCues(HeardCues.source(written))).texts())
                .isEqualTo(List.of(expected.replace('~', '\n').split("\\|", -1)));
    }
}
