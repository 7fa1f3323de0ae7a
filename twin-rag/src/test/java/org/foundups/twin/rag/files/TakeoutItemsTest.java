package org.foundups.twin.rag.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.foundups.twin.core.TwinException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TakeoutItemsTest {
    private static final ImportOptions AUTO = ImportOptions.of("012", "auto");
    private static final String HEADER =
            "Channel ID,Comment create timestamp,Price,Comment ID,Parent comment ID,Post ID,Video"
                    + " ID,Comment text,Top-level comment ID\n";

    private static ReadRows read(String content) {
        return ReadRows.named("export.txt", AUTO, content.getBytes(UTF_8));
    }

    private static String row(String id, String parent, String text) {
        return "UCme,2023-09-19T17:42:53.434647+00:00,0,%s,%s,,vid_1,\"%s\",\n"
                .formatted(id, parent, text.replace("\"", "\"\""));
    }

    @Test
    void readsACommentAsTheAccountsOwner() {
        var read =
                read(
                        HEADER
                                + row(
                                        "Ug1",
                                        "",
                                        "{\"text\":\"Over the \\\"edge\\\"\"},{\"text\":\"\\n\"},{\"text\":\"of it\"}"));
        assertThat(read.source().format()).isEqualTo(FileFormat.TAKEOUT_COMMENTS);
        var document = read.only();
        assertThat(document.text()).isEqualTo("Over the \"edge\"\nof it");
        assertThat(document.sourceId()).isEqualTo("Ug1");
        assertThat(document.speaker()).isEqualTo("012");
        assertThat(document.createdAt()).isEqualTo("2023-09-19T17:42:53.434647+00:00");
        assertThat(document.url()).isEqualTo("https://www.youtube.com/watch?v=vid_1&lc=Ug1");
        assertThat(document.platform()).isEqualTo("youtube");
        assertThat(document.inReplyTo()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"takeoutSegments\":[{\"text\":\"as before\"}]} | as before",
                "plain words                                | plain words",
                "{curly} smile                              | {curly} smile",
                "{\"text\":\"see \"},{\"link\":{\"linkUrl\":\"https://x.test\"}} | see https://x.test",
            })
    void readsTheTextOfEveryAge(String cell, String text) {
        assertThat(read(HEADER + row("Ug1", "", cell)).texts()).containsExactly(text);
    }

    @Test
    void refusesACellThatIsCutOff() {
        assertThat(read(HEADER + row("Ug1", "", "{\"text\":\"half")).faults())
                .containsExactly("2: its text is not as Takeout writes it");
    }

    @Test
    void findsTheOwnCommentThatIsAnsweredBeforeOrAfter() {
        var parent = row("Ug1", "", "{\"text\":\"First words\"}");
        var named = row("Ug1.b", "Ug1", "{\"text\":\"And more\"}");
        var unnamed = row("Ug1.c", "", "{\"text\":\"And yet more\"}");
        var foreign = row("Ug7.d", "Ug7", "{\"text\":\"To somebody\"}");
        for (var rows :
                new String[] {
                    parent + named + unnamed + foreign, foreign + unnamed + named + parent
                }) {
            assertThat(read(HEADER + rows).documents())
                    .extracting(MemoryDocument::text, MemoryDocument::inReplyTo)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("First words", null),
                            org.assertj.core.groups.Tuple.tuple("And more", "First words"),
                            org.assertj.core.groups.Tuple.tuple("And yet more", "First words"),
                            org.assertj.core.groups.Tuple.tuple("To somebody", null));
        }
    }

    @Test
    void countsRowsWithoutText() {
        var read = read(HEADER + row("Ug1", "", "") + row("Ug2", "", "words"));
        assertThat(read.texts()).containsExactly("words");
        assertThat(read.source().notes()).containsExactly("1 row without text was left out.");
    }

    @Test
    void linksAPostOfTheCommunity() {
        var row = "UCme,2023-09-19 17:42:53 UTC,0,Ug1,,Ugkx9,,words,\n";
        var document = read(HEADER + row).only();
        assertThat(document.url()).isEqualTo("https://www.youtube.com/post/Ugkx9?lc=Ug1");
        assertThat(document.createdAt()).isEqualTo("2023-09-19T17:42:53Z");
    }

    @Test
    void losesOnlyTheRowWhoseQuoteIsNeverClosed() {
        var open = "UCme,2023-09-19T17:42:53Z,0,Ug2,,,vid,\"half a,\n";
        var read = read(HEADER + row("Ug1", "", "one") + open + row("Ug3", "", "three"));
        assertThat(read.texts()).containsExactly("one", "three");
        assertThat(read.faults()).containsExactly("3: a quote is opened and never closed");
    }

    @Test
    void losesOnlyTheRowThatIsNotUtf8() {
        var bytes =
                (HEADER + row("Ug1", "", "caf\u00e9") + row("Ug2", "", "tea")).getBytes(ISO_8859_1);
        var read = ReadRows.of(AUTO, bytes);
        assertThat(read.texts()).containsExactly("tea");
        assertThat(read.faults()).singleElement().asString().startsWith("2: byte ");
    }

    @Test
    void saysThatOtherLanguagesCannotBeRead() {
        assertThatThrownBy(
                        () -> ReadRows.of("takeout-comments", "Kommentar-ID,Kommentartext\na,b\n"))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("Only exports in English");
    }

    @Test
    void readsLiveChat() {
        var read =
                read(
                        "Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Currency code,Video"
                                + " ID,Live Chat Text\n"
                                + "Lc1,UCme,2018-09-02T05:16:35.510381+00:00,0,,live1,\"{\"\"text\"\":\"\"hi all\"\"}\"\n\n\n");
        assertThat(read.source().format()).isEqualTo(FileFormat.TAKEOUT_LIVE_CHAT);
        var document = read.only();
        assertThat(document.text()).isEqualTo("hi all");
        assertThat(document.sourceId()).isEqualTo("Lc1");
        assertThat(document.videoId()).isEqualTo("live1");
    }

    private static final String PAGE =
            "<!DOCTYPE html><html><head><style>li { color: red }</style><script>var x = '<li>no</li>';</script></head><body><ul>";

    @Test
    void readsOldCommentsInHtml() {
        var read =
                read(
                        PAGE
                                + "<li>You added a <a href=\"http://www.youtube.com/watch?v=vid1&amp;lc=z1\">comment</a> on <a"
                                + " href=\"http://www.youtube.com/watch?v=vid1\">A title</a> at 2016-06-15 08:50:49"
                                + " UTC.<br/>Fish &amp; chips<br>every <b>day</b></li>\n"
                                + "<li>You replied to a <a href=\"http://www.youtube.com/watch?v=vid1&amp;lc=z1.r2\">comment</a> at"
                                + " 2016-06-16T08:50:49Z.<br/>Even <!-- </li> --><script>alert('</li>')</script>now</li></ul></body></html>");
        assertThat(read.source().format()).isEqualTo(FileFormat.TAKEOUT_COMMENTS);
        assertThat(read.texts()).containsExactly("Fish & chips\nevery day", "Even now");
        var first = read.documents().getFirst();
        assertThat(first.sourceId()).isEqualTo("z1");
        assertThat(first.videoId()).isEqualTo("vid1");
        assertThat(first.createdAt()).isEqualTo("2016-06-15T08:50:49Z");
        assertThat(read.documents().getLast().inReplyTo()).isEqualTo("Fish & chips\nevery day");
    }

    @Test
    void readsOldLiveChatInHtml() {
        var read =
                read(
                        "<html><body><ul><li>Sent at 2020-04-27 23:18:23 UTC while watching <a"
                                + " href=\"http://www.youtube.com/watch?v=mM\">a video</a>.<br/>content"
                                + " here</li></ul></body></html>");
        assertThat(read.source().format()).isEqualTo(FileFormat.TAKEOUT_LIVE_CHAT);
        var document = read.only();
        assertThat(document.text()).isEqualTo("content here");
        assertThat(document.sourceId()).isEqualTo("mM@2020-04-27T23:18:23Z");
    }

    @Test
    void getsThroughHostileMarkup() {
        var read =
                read(
                        "<ul><li>At 2020-04-27 23:18:25 UTC on youtube.com/<br>"
                                + "<b><p>".repeat(50_000)
                                + "deep</li><li>At 2020-04-27 23:18:26 UTC<br>last</li>");
        assertThat(read.texts().getLast()).isEqualTo("last");
    }

    @Test
    void losesOnlyTheItemThatIsTooLargeOrCutOff() {
        var item =
                "<li>On <a href=\"http://www.youtube.com/watch?v=v\">v</a> at 2020-04-27 23:18:2%d UTC<br>%s</li>\n";
        var read =
                read(
                        PAGE
                                + item.formatted(1, "one")
                                + item.formatted(2, "x".repeat(2_000_000))
                                + item.formatted(3, "three").replace("</li>", "")
                                + item.formatted(4, "four")
                                + "<li>At 2020-04-27 23:18:25 UTC<br>half");
        assertThat(read.texts()).containsExactly("one", "three", "four");
        assertThat(read.faults()).hasSize(2);
        assertThat(read.faults().getLast()).contains("may have been cut off");
    }
}
