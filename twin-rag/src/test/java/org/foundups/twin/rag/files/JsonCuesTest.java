package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonCuesTest {
    private static HeardCues whisper(String json) {
        return HeardCues.of(json.replace('\'', '"'), WhisperSegments::read);
    }

    private static HeardCues json3(String json) {
        return HeardCues.of(json.replace('\'', '"'), CaptionEvents::read);
    }

    @Test
    void readsOpenaiWhisper() {
        var heard =
                whisper(
                        """
                        {'text': ' First the water. Then the rice.', 'segments': [
                          {'id': 0, 'seek': 0, 'start': 0.0, 'end': 2.4, 'text': ' First the water.',
                           'tokens': [50364, 2386], 'temperature': 0.0, 'avg_logprob': NaN,
                           'words': [{'word': ' First', 'start': 0.0, 'end': 0.4}]},
                          {'id': 1, 'start': 2.4, 'end': 4, 'text': ' Then the rice.'}
                        ], 'language': 'en'}
                        """);
        assertThat(heard.shown())
                .containsExactly(
                        "0.0-2.4 null:  First the water.", "2.4-4.0 null:  Then the rice.");
        assertThat(heard.faults()).isEmpty();
    }

    @Test
    void readsWhisperCpp() {
        var heard =
                whisper(
                        """
                        {'systeminfo': 'AVX = 1', 'params': {'model': 'base'}, 'result': {'language': 'en'},
                         'transcription': [
                          {'timestamps': {'from': '00:00:00,000', 'to': '00:00:02,400'},
                           'offsets': {'from': 0, 'to': 2400}, 'text': ' First the water.'}]}
                        """);
        assertThat(heard.shown()).containsExactly("0.0-2.4 null:  First the water.");
    }

    @Test
    void readsTheSpeakersOfWhisperX() {
        var heard =
                whisper(
                        "{'segments': [{'start': 1, 'end': 2, 'text': 'Hi', 'speaker': 'SPEAKER_00'},"
                                + "{'start': 2, 'end': 3, 'text': 'Ho', 'speaker': null}],"
                                + " 'word_segments': [{'word': 'Hi'}]}");
        assertThat(heard.shown()).containsExactly("1.0-2.0 SPEAKER_00: Hi", "2.0-3.0 null: Ho");
    }

    @Test
    void losesOnlyBrokenSegments() {
        var heard =
                whisper(
                        """
                        {'segments': [
                        {'start': 0, 'end': 1, 'text': 'a'},
                        {'start': 'soon', 'end': 2, 'text': 'b'},
                        {'start': -1, 'end': 2, 'text': 'c'},
                        {'start': 3, 'end': 4},
                        17,
                        {'start': 5, 'end': 6, 'text': 'never closed},
                        {'start': 6, 'text': 'd'},
                        {'text': 'e'},
                        {'start': 9, 'end': 8, 'text': 'f'}
                        ]}
                        """);
        assertThat(heard.shown())
                .containsExactly(
                        "0.0-1.0 null: a",
                        "6.0-null null: d",
                        "null-null null: e",
                        "9.0-null null: f");
        assertThat(heard.faults())
                .containsExactly(
                        "3: its start is no number of seconds",
                        "4: its start is no number of seconds",
                        "5: a segment without a text",
                        "6: not a JSON object",
                        "7: a string is not closed on its line");
    }

    @Test
    void givesTheCuesBeforeACut() {
        var heard =
                whisper(
                        "{'segments': [\n{'start': 0, 'end': 1, 'text': 'a'},\n{'start': 1, 'end': 2, 'te");
        assertThat(heard.texts()).containsExactly("a");
        assertThat(heard.faults()).containsExactly("3: the file ends within it");
        assertThat(whisper("{'segments': [\n{'start': 0, 'end': 1, 'text': 'a'},\n").faults())
                .hasSize(1);
    }

    @Test
    void losesOnlyASegmentThatIsNotUtf8() {
        var json =
                "{\"segments\":[{\"start\":0,\"text\":\"caf\u00e9\"},\n{\"start\":1,\"text\":\"b\"}]}";
        var heard = HeardCues.of(json.getBytes(StandardCharsets.ISO_8859_1), WhisperSegments::read);
        assertThat(heard.texts()).containsExactly("b");
        assertThat(heard.faults()).singleElement().asString().startsWith("1: byte 23 (0xE9)");
    }

    @Test
    void refusesDeepAndEnormousSegmentsAndGoesOn() {
        var heard =
                whisper(
                        "{'segments':[{'text':"
                                + "[".repeat(100_000)
                                + "]".repeat(100_000)
                                + "},\n{'start':1,'text':'"
                                + "x".repeat(2_000_000)
                                + "'},\n{'start':2,'text':'b'}]}");
        assertThat(heard.texts()).containsExactly("b");
        assertThat(heard.faults()).hasSize(2);
        assertThat(heard.faults().getLast()).startsWith("2: a row of ");
    }

    @Test
    void refusesAnObjectWithoutSegments() {
        assertThat(whisper("{'text': 'somebody said something'}").faults())
                .singleElement()
                .asString()
                .startsWith("1: an object without a list called ");
    }

    @Test
    void readsCaptionEvents() {
        var heard =
                json3(
                        """
                        {'wireMagic': 'pb3', 'pens': [{}], 'wsWinStyles': [{}, {'mhModeHint': 2}],
                         'events': [
                          {'tStartMs': 0, 'dDurationMs': 60000, 'id': 1, 'wpWinPosId': 1},
                          {'tStartMs': 240, 'dDurationMs': 4000, 'wWinId': 1,
                           'segs': [{'utf8': 'so', 'acAsrConf': 0}, {'utf8': ' today', 'tOffsetMs': 320}]},
                          {'tStartMs': 2150, 'dDurationMs': 2090, 'wWinId': 1, 'aAppend': 1,
                           'segs': [{'utf8': '\\n'}]},
                          {'tStartMs': 2160, 'dDurationMs': 3000, 'segs': [{'utf8': 'it&#39;s raining'}]},
                          {'tStartMs': 2500, 'aAppend': 1, 'segs': [{'utf8': 'again'}]},
                          {'tStartMs': 'x', 'segs': [{'utf8': 'lost'}]},
                          {'tStartMs': 9, 'segs': 'no list'}
                        ]}
                        """);
        assertThat(heard.shown())
                .containsExactly(
                        "0.24-4.24 null: so today",
                        "2.16-5.16 null: it's raining",
                        "2.5-null null: again");
        assertThat(heard.faults()).containsExactly("10: its tStartMs is no number of milliseconds");
    }
}
