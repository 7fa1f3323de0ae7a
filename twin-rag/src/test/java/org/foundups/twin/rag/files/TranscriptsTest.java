package org.foundups.twin.rag.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TranscriptsTest {
    private static final ImportOptions AUTO = ImportOptions.of("012", "auto");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.txt  | 1\\n00:00:01,000 --> 00:00:02,000\\na                      | SRT",
                "x.json | \\n00:00:01.000 --> 00:00:02.000\\na                       | SRT",
                "x.srt  | WEBVTT\\n\\n00:01.000 --> 00:02.000\\na                    | VTT",
                "x.vtt  | 1\\n00:00:01,000 --> 00:00:02,000\\na                      | SRT",
                "x.srt  | broken                                                    | SRT",
                "x.vtt  | broken                                                    | VTT",
                "x.ttml | broken                                                    | TTML",
                "x.txt  | WEBVTTs are files                                         | TEXT",
                "x.txt  | 1\\n2\\n3                                                 | TEXT",
                "x.txt  | <?xml version='1.0'?><!-- c --><tt xml:lang='en'/>        | TTML",
                "x.srt  | <tt:tt xmlns:tt='http://www.w3.org/ns/ttml'/>             | TTML",
                "x.xml  | <transcript><text start='0' dur='1'>a</text></transcript> | TTML",
                "x.xml  | <timedtext format='3'/>                                   | TTML",
                "x.xml  | <!DOCTYPE tt [<!ENTITY a 'b'>]><tt/>                      | TTML",
                "x.txt  | <title> is an element                                     | TEXT",
                "x      | {'wireMagic':'pb3','events':[{'tStartMs':0}]}             | JSON3",
                "x.srt  | {'events':[{'tStartMs':0,'segs':[]}]}                     | JSON3",
                "x      | {'events':[{'text':'a'}]}                                 | JSONL",
                "x      | {'text':'a','segments':[{'start':0,'end':1,'text':'a'}]}  | WHISPER",
                "x      | {'segments':[{'start':0,'text':'a','words':[]}]}          | WHISPER",
                "x      | {\\n'segments':[{'text':'a'}],'language':'en'}            | WHISPER",
                "x.jsonl| {'transcription':[{'offsets':{'from':0},'text':'a'}]}     | WHISPER",
                "x.json | {\\n'segments':[{'start':0,'end':1,'text':'a'}]}          | VIDEO_INDEX",
                "x.json | {\\n'video_id':'a','language':'en','segments':[{'text':'a'}]}| VIDEO_INDEX",
                "x.json | {\\n'audio':{'segments':[]},'segments':[{'text':'a','seek':0}]}| VIDEO_INDEX",
                "x      | [{'text':'a'}]                                            | JSON",
                "x      | [{'start':0,'end':1,'text':'a'}]                          | VIDEO_INDEX",
            })
    void findsOutTheFormat(String name, String content, FileFormat format) {
        var bytes = content.replace('\'', '"').replace("\\n", "\n").getBytes(UTF_8);
        assertThat(ReadRows.named(name, AUTO, bytes).source().format()).isEqualTo(format);
    }

    @Test
    void knowsTheTranscriptOfALongTalk() {
        var json =
                "{\"text\":\""
                        + "word ".repeat(20_000)
                        + "\",\"segments\":[{\"start\":1,\"end\":2,\"text\":\"word\"}]}";
        var read = ReadRows.named("dQw4w9WgXcQ.json", AUTO, json.getBytes(UTF_8));
        assertThat(read.source().format()).isEqualTo(FileFormat.WHISPER);
        assertThat(read.only().sourceId()).isEqualTo("dQw4w9WgXcQ:whisper:1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void readsEveryEncodingWithAMark(String encoding) {
        var srt =
                "\uFEFF1\n00:00:01,000 --> 00:00:02,000\nCafé 👍🏽.\n"
                        .getBytes(Charset.forName(encoding));
        assertThat(ReadRows.named("a talk.srt", AUTO, srt).texts()).containsExactly("Café 👍🏽.");
        var xml =
                "\uFEFF<?xml version=\"1.0\" encoding=\"%s\"?><tt><p begin=\"1s\">Café</p></tt>"
                        .formatted(encoding)
                        .getBytes(Charset.forName(encoding));
        assertThat(ReadRows.named("a talk.ttml", AUTO, xml).texts()).containsExactly("Café");
    }

    @Test
    void readsTheSameTwice() {
        var vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n".getBytes(UTF_8);
        var document = ReadRows.named("Rice [dQw4w9WgXcQ].en.vtt", AUTO, vtt).only();
        assertThat(ReadRows.named("b/dQw4w9WgXcQ.en.vtt", AUTO, vtt).only().sourceId())
                .isEqualTo(document.sourceId());
        // Another language is another track, which must not replace this one.
        assertThat(ReadRows.named("b/dQw4w9WgXcQ.de.vtt", AUTO, vtt).only().sourceId())
                .isNotEqualTo(document.sourceId());
        assertThat(document.sourceFile()).isEqualTo("Rice [dQw4w9WgXcQ].en.vtt");
        assertThat(document.videoTitle()).isEqualTo("Rice");
    }

    @Test
    void namesNoVideoWhereTheFileNameCannotBeOne() {
        var srt = "1\n00:00:01,000 --> 00:00:02,000\nHello.\n".getBytes(UTF_8);
        var document = ReadRows.named("What? Why?.srt", AUTO, srt).only();
        assertThat(document.videoId()).isNull();
        assertThat(document.sourceId()).isNull();
        assertThat(document.url()).isNull();
        assertThat(document.platform()).isNull();
    }

    /// What was read ahead of a passage stays below a few pages of text, however long the file.
    @ParameterizedTest
    @CsvSource({"SRT, 200000", "VTT, 20000", "WHISPER, 20000", "JSON3, 20000", "TTML, 20000"})
    void readsALongTranscriptWithoutHoldingIt(FileFormat format, int cues) throws IOException {
        var file = new Generated("dQw4w9WgXcQ." + format.id(), parts(format, cues));
        long passages = 0;
        long words = 0;
        long ahead = 0;
        long heldBytes = 0;
        try (var source = ImportSource.of(file, ImportOptions.of("012", format.id()))) {
            for (var row = source.next(); row.isPresent(); row = source.next()) {
                if (row.get() instanceof ImportRow.Whole) continue;
                var document = ((ImportRow.Accepted) row.get()).document();
                passages++;
                words += String.valueOf(document.text()).split(" ", -1).length;
                ahead = Math.max(ahead, source.bytesRead() - heldBytes);
                heldBytes = source.bytesRead();
            }
        }
        assertThat(passages).isGreaterThan(cues / 20);
        assertThat(words).isGreaterThan(cues * 5L);
        assertThat(ahead).isLessThan(256 * 1024);
        assertThat(heldBytes).isGreaterThan(cues * 40L);
    }

    private static IntFunction<String> parts(FileFormat format, int cues) {
        return i -> {
            if (i > cues + 1) return "";
            var words = "this is cue %d.".formatted(i);
            var first = i == 0;
            var last = i == cues + 1;
            return switch (format) {
                case SRT ->
                        first || last
                                ? "\n"
                                : "%d\n%s,000 --> %s,900\n%s and more\n\n"
                                        .formatted(i, clock(i), clock(i), words);
                case VTT ->
                        first
                                ? "WEBVTT\n\n"
                                : last
                                        ? "\n"
                                        : "%s.000 --> %s.900\n%s and more\n\n"
                                                .formatted(clock(i), clock(i), words);
                case WHISPER ->
                        first
                                ? "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\" zero\"}"
                                : last
                                        ? "]}"
                                        : ",{\"start\":%d,\"end\":%d.9,\"text\":\" %s and more\"}"
                                                .formatted(i, i, words);
                case JSON3 ->
                        first
                                ? "{\"events\":[{\"tStartMs\":0}"
                                : last
                                        ? "]}"
                                        : ",{\"tStartMs\":%d000,\"segs\":[{\"utf8\":\"%s and more\"}]}"
                                                .formatted(i, words);
                default ->
                        first
                                ? "<tt><body><div>"
                                : last
                                        ? "</div></body></tt>"
                                        : "<p begin=\"%ds\" end=\"%d.9s\">%s and more</p>\n"
                                                .formatted(i, i, words);
            };
        };
    }

    private static String clock(int seconds) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /// A file whose bytes are made while it is read, part by part until one is empty.
    private record Generated(String name, IntFunction<String> parts) implements SourceFile {
        @Override
        @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer.
        public InputStream open() {
            var streams =
                    IntStream.iterate(0, i -> i + 1)
                            .mapToObj(parts)
                            .takeWhile(part -> !part.isEmpty())
                            .map(part ->
                                    (InputStream) new ByteArrayInputStream(part.getBytes(UTF_8)))
                            .iterator();
            return new SequenceInputStream(
                    new Enumeration<InputStream>() {
                        @Override
                        public boolean hasMoreElements() {
                            return streams.hasNext();
                        }

                        @Override
                        public InputStream nextElement() {
                            return streams.next();
                        }
                    });
        }

        @Override
        public long size() {
            return 0;
        }
    }
}
