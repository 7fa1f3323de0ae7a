package org.foundups.twin.rag.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.foundups.twin.core.TwinException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkedInRowsTest {
    private static final ImportOptions AUTO = ImportOptions.of("012", "auto");
    private static final String COMMENTS = "Date,Link,Message\n";
    private static final String SHARES =
            "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n";
    private static final String LINK =
            "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7401790000000000000";

    private static ReadRows read(String content) {
        return ReadRows.named("export.txt", AUTO, content.getBytes(UTF_8));
    }

    @Test
    void readsACommentInItsOwnQuoting() {
        var read =
                read(
                        COMMENTS
                                + "2023-05-01 12:34:56,"
                                + LINK
                                + ",\"He said: \\\"make it so.\\\"\n\nAnd \"\"so\"\" it was\"\n");
        assertThat(read.source().format()).isEqualTo(FileFormat.LINKEDIN_COMMENTS);
        var document = read.only();
        assertThat(document.text()).isEqualTo("He said: \"make it so.\"\n\nAnd \"so\" it was");
        assertThat(document.createdAt()).isEqualTo("2023-05-01T12:34:56Z");
        assertThat(document.sourceId())
                .isEqualTo("activity:7401790000000000000@2023-05-01T12:34:56Z");
        assertThat(document.url()).isEqualTo(LINK);
        assertThat(document.sourceType()).isEqualTo("comment");
        assertThat(document.platform()).isEqualTo("linkedin");
        assertThat(document.speaker()).isEqualTo("012");
    }

    @Test
    void tellsTwoCommentsUnderOnePostApart() {
        var read =
                read(
                        COMMENTS
                                + "2023-05-01 12:34:56,"
                                + LINK
                                + ",one\n2023-05-01 12:40:00,"
                                + LINK
                                + ",two\n");
        assertThat(read.documents()).extracting(MemoryDocument::sourceId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://x/feed/update/urn:li:share:7034272412724555776 | share:7034272412724555776",
                "https://x/feed/update/urn%3Ali%3AugcPost%3A7034272412724555776 | ugcPost:7034272412724555776",
                "https://x/posts/some-words-activity-7034272412724555776-aBcD | activity:7034272412724555776",
                "https://x/u/urn:li:activity:70342?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A70342%2C99%29 |"
                        + " comment:(activity:70342,99)",
                "https://x/%zz/urn:li:share:7034272412724555776 | share:7034272412724555776",
                "https://www.linkedin.com/in/somebody |",
            })
    void namesWhatALinkLeadsTo(String link, String urn) {
        assertThat(LinkedInUrn.in(link)).isEqualTo(urn);
    }

    @Test
    void readsAPostWhoseLinesAreQuoted() {
        var read =
                read(
                        SHARES
                                + "2026-05-01 10:00:00,https://www.linkedin.com/feed/update/urn:li:share:71234,"
                                + "\"First \"\"line\"\" here\"\"\n\"\"\"\"\n\"\"Third\",,,MEMBER_NETWORK\n");
        assertThat(read.source().format()).isEqualTo(FileFormat.LINKEDIN_SHARES);
        var document = read.only();
        assertThat(document.text()).isEqualTo("First \"line\" here\n\nThird");
        assertThat(document.sourceId()).isEqualTo("share:71234");
        assertThat(document.sourceType()).isEqualTo("post");
    }

    @Test
    void leavesOtherQuotesAlone() {
        var read =
                read(
                        SHARES
                                + "2026-05-01 10:00:00,https://l,\"Two lines:\nand a \"\"quote\"\", with commas\",,,X\n");
        assertThat(read.texts()).containsExactly("Two lines:\nand a \"quote\", with commas");
    }

    @Test
    void countsWhatHasNoWords() {
        var read =
                read(
                        COMMENTS
                                + "2023-05-01 12:34:56,https://l,\n2023-05-01 12:34:57,https://l,\" \"\n2023-05-01"
                                + " 12:34:58,https://l,words\n");
        assertThat(read.texts()).containsExactly("words");
        assertThat(read.source().notes())
                .containsExactly("2 rows without text, as of pictures or reposts, were left out.");
    }

    @Test
    void losesOnlyTheRowsThatAreBroken() {
        var content =
                COMMENTS
                        + "2023-05-01 12:34:56,https://l,one\n"
                        + "2023-05-01 12:34:57,https://l,\"never closed\n"
                        + "2023-05-01 12:34:58,https://l,caf\u00e9\n"
                        + "2023-05-01 12:34:59,https://l,\"four\"\n"
                        + "2023-05-01 12:35:00\n";
        var read = ReadRows.of(AUTO, content.getBytes(ISO_8859_1));
        assertThat(read.texts()).containsExactly("one", "four");
        assertThat(read.lines()).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void refusesAFileOfAnotherKind() {
        assertThatThrownBy(() -> ReadRows.of("linkedin-shares", COMMENTS))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("Date,ShareLink,ShareCommentary");
    }
}
