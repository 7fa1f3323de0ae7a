package org.foundups.twin.rag.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TweetItemsTest {
    private static final ImportOptions AUTO = ImportOptions.of("012", "auto");

    private static ReadRows read(String content) {
        return ReadRows.named("tweets.json", AUTO, content.replace('\'', '"').getBytes(UTF_8));
    }

    private static String tweet(String id, String text, String more) {
        return "{'tweet':{'id_str':'%s','full_text':'%s','created_at':'Wed Oct 10 20:19:24 +0000 2018'%s}}"
                .formatted(id, text, more);
    }

    private static String archive(String... tweets) {
        return "window.YTD.tweets.part0 = [\n  " + String.join(",\n  ", tweets) + "\n]";
    }

    private static String answers(String id) {
        return ",'in_reply_to_status_id_str':'" + id + "'";
    }

    @Test
    void readsAPost() {
        var read =
                read(
                        archive(
                                tweet(
                                        "12",
                                        "Fish &amp; chips &lt;3 https://t.co/a1 https://t.co/p1",
                                        ",'entities':{'urls':[{'url':'https://t.co/a1','expanded_url':'https://x.test/long'}],"
                                                + "'media':[{'url':'https://t.co/p1'}]}")));
        assertThat(read.source().format()).isEqualTo(FileFormat.X_TWEETS);
        var document = read.only();
        assertThat(document.text()).isEqualTo("Fish & chips <3 https://x.test/long");
        assertThat(document.sourceId()).isEqualTo("12");
        assertThat(document.url()).isEqualTo("https://x.com/i/status/12");
        assertThat(document.createdAt()).isEqualTo("2018-10-10T20:19:24Z");
        assertThat(document.sourceType()).isEqualTo("post");
        assertThat(document.platform()).isEqualTo("x");
        assertThat(document.speaker()).isEqualTo("012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window.YTD.tweet.part0 = [{'id_str':'1','full_text':'bare'}]",
                "[{'tweet':{'id':1,'full_text':'bare'}}]",
                "window.YTD.tweets.part0 = [];\nwindow.YTD.tweets.part1 = [{'tweet':{'id_str':'1','full_text':'bare'}}];",
            })
    void readsArchivesOfEveryAge(String content) {
        var read = read(content);
        assertThat(read.source().format()).isEqualTo(FileFormat.X_TWEETS);
        assertThat(read.texts()).containsExactly("bare");
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void findsThePostThatIsContinuedBeforeOrAfter() {
        var first = tweet("1", "First", "");
        var second = tweet("2", "@me second", answers("1"));
        var foreign = tweet("3", "@you no", answers("99"));
        for (var archive :
                new String[] {archive(first, second, foreign), archive(foreign, second, first)}) {
            var read = read(archive);
            assertThat(read.texts()).containsExactlyInAnyOrder("First", "second", "no");
            for (var document : read.documents()) {
                var second2 = "2".equals(document.sourceId());
                assertThat(document.inReplyTo()).isEqualTo(second2 ? "First" : null);
                assertThat(document.sourceType())
                        .isEqualTo("1".equals(document.sourceId()) ? "post" : "comment");
            }
        }
    }

    @Test
    void keepsHandlesThatBelongToTheWords() {
        var read =
                read(
                        archive(
                                tweet(
                                        "1",
                                        "@bob @eve you both",
                                        answers("9") + ",'display_text_range':['5','18']"),
                                tweet(
                                        "2",
                                        "@bob @eve you both",
                                        answers("9") + ",'display_text_range':['0','18']"),
                                tweet("3", "@bob is right", "")));
        assertThat(read.texts()).containsExactly("@eve you both", "you both", "@bob is right");
    }

    @Test
    void countsWhatIsNotItsOwnersWords() {
        var read =
                read(
                        archive(
                                tweet("1", "RT @you: words", ""),
                                tweet(
                                        "2",
                                        "https://t.co/p1",
                                        ",'entities':{'media':[{'url':'https://t.co/p1'}]}"),
                                tweet("3", "mine", "")));
        assertThat(read.texts()).containsExactly("mine");
        assertThat(read.source().notes())
                .containsExactly(
                        "1 repost of others' words was read and not stored.",
                        "1 post without words, as of a picture, was left out.");
    }

    @Test
    void takesTheWholeOfALongPost() {
        var note = ",'note_tweet':{'note_tweet_results':{'result':{'text':'All of it'}}}";
        assertThat(read(archive(tweet("1", "All…", note))).texts()).containsExactly("All of it");
    }

    @Test
    void refusesOtherFilesOfTheArchive() {
        var read = read("window.YTD.like.part0 = [{'like':{'tweetId':'1','fullText':'theirs'}}]");
        assertThat(read.source().format()).isEqualTo(FileFormat.X_TWEETS);
        assertThat(read.faults())
                .containsExactly("1: not a post of an X archive; posts are in data/tweets.js");
    }

    @Test
    void losesOnlyWhatIsBroken() {
        var content =
                archive(
                                tweet("1", "one", ""),
                                tweet("2", "x".repeat(2_000_000), ""),
                                "{'tweet':{'id_str':['3'],'full_text':{}}}",
                                "{'tweet':{'id_str':'4','full_text':}}",
                                tweet("5", "caf\u00e9", ""),
                                tweet(
                                        "6",
                                        "six",
                                        ",'entities':7,'display_text_range':'x','created_at':5"))
                        .replace('\'', '"');
        var read = ReadRows.of(AUTO, content.getBytes(ISO_8859_1));
        assertThat(read.texts()).containsExactly("one", "six");
        assertThat(read.faults()).hasSize(4);
    }

    @Test
    void keepsWhatStandsBeforeTheFileIsCutOff() {
        var whole = archive(tweet("1", "one", ""), tweet("2", "two", ""));
        var read = read(whole.substring(0, whole.length() - 20));
        assertThat(read.texts()).containsExactly("one");
        assertThat(read.faults()).isNotEmpty();
    }
}
