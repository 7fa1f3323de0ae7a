package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CaptionLinesTest {
    private static HeardCues subRip(String content) {
        return HeardCues.of(content, bytes -> CaptionLines.subRip(new ByteLines(bytes)));
    }

    private static HeardCues webVtt(String content) {
        return HeardCues.of(content, bytes -> CaptionLines.webVtt(new ByteLines(bytes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\n00:00:01,000 --> 00:00:02,000\nOne\nmore.\n\n2\n00:00:03,500 --> 00:00:04,000\nTwo.\n",
                "1\r\n00:00:01,000 --> 00:00:02,000\r\nOne\r\nmore.\r\n\r\n2\r\n00:00:03,500 --> 00:00:04,000\r\nTwo.\r\n\r\n",
                "00:00:01,000 --> 00:00:02,000\nOne\nmore.\n\n00:00:03,500 --> 00:00:04,000\nTwo.",
                "1\n00:00:01,000 --> 00:00:02,000\nOne\nmore.\n2\n00:00:03,500 --> 00:00:04,000\nTwo.",
                "\n\n1\n00:00:01.000 --> 00:00:02.000 X1:40 X2:600\n\nOne\nmore.\n\n\n2\n0:0:3,5-->0:0:4,0\n{\\an8}<i>Two.</i>",
            })
    void readsSubRipHoweverItIsWritten(String content) {
        var heard = subRip(content);
        assertThat(heard.faults()).isEmpty();
        assertThat(heard.cues().stream().map(Cue::start)).containsExactly(1.0, 3.5);
        assertThat(heard.cues().stream().map(Cue::end)).containsExactly(2.0, 4.0);
        assertThat(heard.texts().stream().map(String::strip)).containsExactly("One\nmore.", "Two.");
    }

    @Test
    void keepsNumbersThatAreSpoken() {
        var heard =
                subRip(
                        "1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:03,000 --> 00:00:04,000\n"
                                + "That was\n1999\n\n3\n00:00:05,000 --> 00:00:06,000\nYes.");
        assertThat(heard.texts().stream().map(String::strip))
                .containsExactly("42", "That was\n1999", "Yes.");
    }

    @Test
    void readsWebVttWithAllItsParts() {
        var heard =
                webVtt(
                        """
                        WEBVTT - a talk
                        Kind: captions
                        Language: en

                        NOTE
                        written by nobody
                        1

                        STYLE
                        ::cue { color: white }

                        REGION
                        id:top

                        intro
                        00:01.000 --> 00:02.500 align:start position:0%
                        <v Jonas Weber>Rain &amp; rice,</v>
                        say <c.yellow>both</c>

                        NOTE one line

                        2
                        01:00:03.000 --> 01:00:04.000
                        so<00:00:03.500><c> on</c>
                        """);
        assertThat(heard.faults()).isEmpty();
        assertThat(heard.cues().getFirst().speaker()).isEqualTo("Jonas Weber");
        assertThat(heard.texts().stream().map(String::strip))
                .containsExactly("Rain & rice,", "say both", "so on");
        assertThat(heard.cues().getLast().start()).isEqualTo(3603.0);
    }

    @Test
    void sharesTheTimeOfACueBetweenItsVoices() {
        var heard =
                webVtt(
                        "WEBVTT\n\n00:00.000 --> 00:10.000\n<v.loud Anna>Hello</v><v Bo>Hi you</v>!!");
        assertThat(heard.shown())
                .containsExactly(
                        "0.0-3.846 Anna: Hello", "3.846-8.462 Bo: Hi you", "8.462-10.0 null: !!");
    }

    @Test
    void losesOnlyACueWithBrokenTimes() {
        var heard =
                subRip(
                        """
                        1
                        00:00:01,000 --> 00:00:02,000
                        a

                        2
                        00:00:xx,000 --> 00:00:04,000
                        b

                        3
                        00:00:05,000 --> soon
                        c

                        4
                        00:00:09,000 --> 00:00:07,000
                        d
                        """);
        assertThat(heard.texts().stream().map(String::strip)).containsExactly("a", "c", "d");
        assertThat(heard.cues().stream().map(Cue::end)).containsExactly(2.0, null, null);
        assertThat(heard.faults())
                .containsExactly(
                        "6: neither hours:minutes:seconds nor minutes:seconds: 00:00:xx,000 -->"
                                + " 00:00:04,000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\n00:00:03,000 --> 00:00:04,000\n",
                "2\n00:00:03,000 --> 00:00:04,000",
                "2\n00:00:03,000 --> 00:0",
                "2\n00:00:03,000 -->",
                "2\n00:00:03,000 -",
                "2\n00:00:0",
                "2\n",
            })
    void saysThatAFileWasCutOff(String end) {
        var heard = subRip("1\n00:00:01,000 --> 00:00:02,000\na\n\n" + end);
        assertThat(heard.texts().stream().map(String::strip)).containsExactly("a");
        assertThat(heard.faults()).singleElement().asString().endsWith(": " + JsonScan.CUT_OFF);
    }

    @Test
    void losesOnlyACueThatIsNotUtf8() {
        var content =
                """
                1
                00:00:01,000 --> 00:00:02,000
                a

                2
                00:00:03,000 --> 00:00:04,000
                café
                b

                3
                00:00:05,000 --> 00:00:06,000
                c
                """;
        var heard =
                HeardCues.of(
                        content.getBytes(StandardCharsets.ISO_8859_1),
                        bytes -> CaptionLines.subRip(new ByteLines(bytes)));
        assertThat(heard.texts().stream().map(String::strip)).containsExactly("a", "c");
        assertThat(heard.faults())
                .singleElement()
                .asString()
                .startsWith("7: byte 4 (0xE9) is not UTF-8");
    }

    @Test
    void goesOnAfterAnEnormousLine() {
        var heard =
                subRip(
                        "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:03,000 --> 00:00:04,000\n"
                                + "x".repeat(2_000_000)
                                + "\n\n3\n00:00:05,000 --> 00:00:06,000\nc\n");
        assertThat(heard.texts().stream().map(String::strip)).containsExactly("a", "c");
        assertThat(heard.faults())
                .containsExactly("7: a line of 2000000 bytes; at most 1048576 are read");
    }

    @Test
    void refusesACueThatNeverEnds() {
        var heard =
                subRip(
                        "1\n00:00:01,000 --> 00:00:02,000\n"
                                + "word word\n".repeat(100_000)
                                + "\n2\n00:00:05,000 --> 00:00:06,000\nc\n");
        assertThat(heard.texts().stream().map(String::strip)).containsExactly("c");
        assertThat(heard.faults()).singleElement().asString().contains("65536 characters");
    }

    @Test
    void refusesWhatHasNoTimes() {
        assertThat(subRip("Dear diary,\n\ntoday it rained.").faults())
                .singleElement()
                .asString()
                .startsWith("1: no line of times");
        assertThat(webVtt("WEBVTT\n\nNOTE nothing here\n").all()).isEmpty();
    }
}
