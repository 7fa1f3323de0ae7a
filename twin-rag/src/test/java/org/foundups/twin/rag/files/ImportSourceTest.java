package org.foundups.twin.rag.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.foundups.twin.core.TwinException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportSourceTest {
    private static final ImportOptions AUTO = ImportOptions.of("012", "auto");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static ImportOptions encoded(String encoding) {
        return new ImportOptions(
                "012", "auto", encoding, null, null, null, null, null, Set.of("012"), Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x      | [{'text':'a'}]                   | JSON",
                "x      | []                               | JSON",
                "x.txt  | {'comments':[{'text':'a'}]}      | JSON",
                "x      | {'text':'a'}                     | JSONL",
                "x      | {'text':'a'}\\n{'text':'b'}      | JSONL",
                "x      | {\\n 'text':'a'\\n}              | JSON",
                "x.json | {broken                          | JSON",
                "x.jsonl| broken                           | JSONL",
                "x.csv  | text                             | CSV",
                "x      | text,id\\na,1                    | CSV",
                "x.txt  | Text, as they say                | TEXT",
                "x      | [Music] and then he said         | TEXT",
                "x      | Hello there                      | TEXT",
                "x.md   | Hello there                      | MARKDOWN",
                "x      | # Head\\n\\ntext               | MARKDOWN",
                "x.txt  | text\\n# A\\nb\\n## C          | MARKDOWN",
                "x.txt  | ---\\ntitle: a\\n---\\ntext     | MARKDOWN",
                "x.txt  | # 1 fan of yours                 | TEXT",
                "x.txt  | #hashtag\\n#another              | TEXT",
                "x.csv  | text\\n# a                       | CSV",
                "x.txt  | window.YTD.tweets.part0 = [ ]    | X_TWEETS",
                "x.json | [{'tweet' : {'id_str':'1'}}]     | X_TWEETS",
                "x.txt  | {'kind': 'youtube#commentListResponse', 'items': []} | YOUTUBE_COMMENTS",
                "x.jsonl| {'snippet':{'topLevelComment':{}}} | YOUTUBE_COMMENTS",
                "x      | [{'text':'the tweet was full_text'}] | JSON",
                "x.txt  | Comment ID,Channel ID,Comment Create Timestamp,Comment Text | TAKEOUT_COMMENTS",
                "x.txt  | Live Chat ID,Channel ID,Live chat create timestamp,Live Chat Text | TAKEOUT_LIVE_CHAT",
                "x.csv  | Comment ID,Author,Comment Text | CSV",
                "x.md   | Date,Link,Message                | LINKEDIN_COMMENTS",
                "x.txt  | Date,ShareLink,ShareCommentary   | LINKEDIN_SHARES",
                "x.csv  | Date,Link,Message,Text           | CSV",
            })
    void findsOutTheFormat(String name, String content, FileFormat format) {
        var bytes = content.replace('\'', '"').replace("\\n", "\n").getBytes(UTF_8);
        assertThat(ReadRows.named(name, AUTO, bytes).source().format()).isEqualTo(format);
    }

    @Test
    void refusesAFormatItDoesNotKnow() {
        assertThatThrownBy(() -> ReadRows.of("xml", "<a/>"))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("auto, json, jsonl, csv, text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void knowsAnEncodingByItsMark(String encoding) {
        var bytes = "\uFEFFcafé 👍🏽\n\nsecond".getBytes(Charset.forName(encoding));
        var read = ReadRows.of(AUTO, bytes);
        assertThat(read.texts()).containsExactly("café 👍🏽", "second");
        assertThat(read.source().encoding()).isEqualTo(encoding);
    }

    @Test
    void keepsSurrogatePairsTogetherInLongFiles() {
        var text = "x" + "👍".repeat(9_000);
        var bytes = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        assertThat(ReadRows.of(AUTO, bytes).texts()).containsExactly(text);
    }

    @Test
    void readsWindows1252WhereItIsNamed() {
        var bytes = "a café – “quoted”".getBytes(WINDOWS);
        assertThat(ReadRows.of(encoded("windows-1252"), bytes).texts())
                .containsExactly("a café – “quoted”");
    }

    @Test
    void refusesRowsInAnEncodingNobodyNamed() {
        var read = ReadRows.of(AUTO, "plain\n\na café\n\nplain again".getBytes(WINDOWS));
        assertThat(read.texts()).containsExactly("plain", "plain again");
        assertThat(read.faults())
                .containsExactly(
                        "3: byte 6 (0xE9) is not UTF-8; if the whole file is in another encoding,"
                                + " name it, for example windows-1252");
    }

    @Test
    void refusesRowsWithBytesTheNamedEncodingDoesNotHave() {
        var read = ReadRows.of(encoded("US-ASCII"), "plain\n\na café".getBytes(WINDOWS));
        assertThat(read.texts()).containsExactly("plain");
        assertThat(read.faults()).containsExactly("3: holds bytes that are not US-ASCII");
    }

    @Test
    void refusesAnEncodingThatDoesNotExist() {
        assertThatThrownBy(() -> ReadRows.of(encoded("klingon-8"), "a".getBytes(UTF_8)))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("no encoding of that name");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(
                        () -> ReadRows.of(AUTO, "a long text".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("UTF-16LE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", " \r\n\n\t"})
    void findsNothingInAnEmptyFile(String content) {
        for (var format : new String[] {"auto", "json", "jsonl", "csv", "text"})
            assertThat(ReadRows.of(format, content).rows()).as(format).isEmpty();
    }

    @Test
    void makesADocumentOfEveryParagraph() {
        var read = ReadRows.of("text", "one\r\ntwo\r\n\r\n  \r\nthree\n\n\nfour");
        assertThat(read.texts()).containsExactly("one\ntwo", "three", "four");
        assertThat(read.lines()).containsExactly(1L, 5L, 8L);
    }

    @Test
    void goesOnAfterAnEnormousLine() {
        var read =
                ReadRows.of(
                        "jsonl",
                        "{\"text\":\"a\"}\n" + "x".repeat(10_000_000) + "\n{\"text\":\"b\"}\n");
        assertThat(read.texts()).containsExactly("a", "b");
        assertThat(read.faults())
                .containsExactly("2: a line of 10000000 bytes; at most 1048576 are read");
    }

    @Test
    void goesOnAfterABrokenLine() {
        var read = ReadRows.of("jsonl", "{\"text\":\"a\"}\r\n{\"text\n\n[1]\n{\"text\":\"b\"}");
        assertThat(read.texts()).containsExactly("a", "b");
        assertThat(read.faults()).hasSize(2);
        assertThat(read.faults().getFirst()).startsWith("2: not JSON: ");
        assertThat(read.faults().getLast()).isEqualTo("4: not a JSON object");
    }
}
