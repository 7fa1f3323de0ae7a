package org.foundups.twin.rag.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YoutubeItemsTest {
    private static final String CHANNEL = "UCabcdefghijklmnopqrstuv";
    private static final ImportOptions KNOWN =
            ImportOptions.of("012", "auto").knownAs(Set.of("@creator", CHANNEL));

    private static ReadRows read(String content) {
        return ReadRows.named("answers.txt", KNOWN, json(content).getBytes(UTF_8));
    }

    private static String json(String content) {
        return content.replace('\'', '"');
    }

    private static String comment(String id, String author, String text, String more) {
        return "{'kind':'youtube#comment','id':'%s','snippet':{'authorDisplayName':'%s','textOriginal':'%s'%s}}"
                .formatted(id, author, text, more);
    }

    private static String thread(String id, String top, String... replies) {
        return "{'kind':'youtube#commentThread','id':'%s','snippet':{'videoId':'vid-1','topLevelComment':%s},'replies':{'comments':[%s]}}"
                .formatted(id, top, String.join(",", replies));
    }

    private static String reply(String id, String author, String text, String time) {
        return comment(id, author, text, ",'parentId':'T1','publishedAt':'" + time + "'");
    }

    private static String response(String... items) {
        return "{'kind':'youtube#commentThreadListResponse','etag':'x','pageInfo':{'totalResults':1},'items':["
                + String.join(",\n", items)
                + "]}";
    }

    private static final String ASKED =
            thread(
                    "T1",
                    comment(
                            "T1",
                            "@viewer",
                            "Which lens is this?",
                            ",'publishedAt':'2024-01-06T20:30:09Z'"),
                    reply("T1.a", "@other", "A 35 I think", "2024-01-06T21:00:00Z"),
                    reply("T1.b", "@creator", "A 50, since last year", "2024-01-07T08:00:00Z"));

    @Test
    void keepsTheCreatorsReplyWithWhatItAnswered() {
        var read = read(response(ASKED));
        assertThat(read.source().format()).isEqualTo(FileFormat.YOUTUBE_COMMENTS);
        var document = read.only();
        assertThat(document.text()).isEqualTo("A 50, since last year");
        assertThat(document.inReplyTo()).isEqualTo("Which lens is this?");
        assertThat(document.sourceId()).isEqualTo("T1.b");
        assertThat(document.videoId()).isEqualTo("vid-1");
        assertThat(document.url()).isEqualTo("https://www.youtube.com/watch?v=vid-1&lc=T1.b");
        assertThat(document.createdAt()).isEqualTo("2024-01-07T08:00:00Z");
        assertThat(document.speaker()).isEqualTo("012");
        assertThat(document.sourceType()).isEqualTo("comment");
        assertThat(document.provenance()).isEqualTo("verbatim");
        assertThat(document.platform()).isEqualTo("youtube");
        assertThat(read.source().notes())
                .containsExactly("2 comments by others were read and not stored.");
    }

    @Test
    void findsTheReplyThatIsCalledByName() {
        var read =
                read(
                        response(
                                thread(
                                        "T1",
                                        comment("T1", "@viewer", "Which lens?", ""),
                                        reply(
                                                "T1.c",
                                                "@creator",
                                                "@Jo Ann no, a 50",
                                                "2024-01-07T08:00:00Z"),
                                        reply("T1.z", "Jo Ann", "Too late", "2024-01-08T08:00:00Z"),
                                        reply(
                                                "T1.b",
                                                "Jo Ann",
                                                "A 35, I think",
                                                "2024-01-06T21:00:00Z"),
                                        reply("T1.a", "Jo", "No idea", "2024-01-06T20:00:00Z"))));
        assertThat(read.only().inReplyTo()).isEqualTo("A 35, I think");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s,\n%s]", "%s\n%s\n"})
    void readsManyResponses(String around) {
        var own = comment("C9", "@creator", "By myself", ",'videoId':'v2'");
        var read = read(around.formatted(response(ASKED), response(own)));
        assertThat(read.texts()).containsExactly("A 50, since last year", "By myself");
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void readsItemsOneALine() {
        assertThat(read(ASKED + "\n" + comment("C9", "@creator", "By myself", "")).texts())
                .containsExactly("A 50, since last year", "By myself");
    }

    @Test
    void findsTheThreadOfALoneReplyWhereverItStands() {
        var own = reply("T1.b", "@creator", "A 50", "2024-01-07T08:00:00Z");
        var called = reply("T1.d", "@creator", "@other yes", "2024-01-07T09:00:00Z");
        var other = reply("T1.c", "@other", "Oh, a 50?", "2024-01-07T08:30:00Z");
        var top = thread("T1", comment("T1", "@viewer", "Which lens?", ""));
        for (var items :
                new String[] {
                    response(own, called, other) + "\n" + response(top),
                    response(top) + "\n" + response(other, called, own)
                }) {
            var answers =
                    read(items).documents().stream()
                            .collect(
                                    Collectors.toMap(
                                            MemoryDocument::sourceId, MemoryDocument::inReplyTo));
            assertThat(answers)
                    .containsEntry("T1.b", "Which lens?")
                    .containsEntry("T1.d", "Oh, a 50?");
        }
    }

    @Test
    void knowsTheCreatorByTheirChannelId() {
        var own = ",'authorChannelId':{'value':'" + CHANNEL + "'}";
        assertThat(read(response(comment("C1", "Any Name", "mine", own))).texts())
                .containsExactly("mine");
    }

    @Test
    void isNotTakenInByABorrowedDisplayName() {
        var other = ",'authorChannelId':{'value':'UCzzzzzzzzzzzzzzzzzzzzzz'}";
        var read = read(response(comment("C1", "Creator", "send me money", other)));
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void saysWhoTheCreatorIsTakenFor() {
        var read = read(response(comment("C1", "@somebody", "hello", "")));
        assertThat(read.rows()).isEmpty();
        assertThat(read.source().notes())
                .containsExactly(
                        "1 comment by others was read and not stored.",
                        "None of the comments is the creator's, who is known here as @creator, "
                                + CHANNEL
                                + ": add the channel id, handle or display name to the persona's"
                                + " handles.");
    }

    @Test
    void writesLargeCountsLegibly() {
        var items =
                IntStream.range(0, 1_204)
                        .mapToObj(i -> comment("C" + i, "@somebody", "hello", ""))
                        .toArray(String[]::new);
        assertThat(read(response(items)).source().notes())
                .contains("1,204 comments by others were read and not stored.");
    }

    @Test
    void decodesTextThatIsOnlyThereAsHtml() {
        var shown =
                "{'kind':'youtube#comment','id':'C1','snippet':{'authorDisplayName':'@creator','textDisplay':"
                        + "'a &amp; b<br>see <a href=\\\"https://x.test/1\\\">this</a><script>alert(1)</script>'}}";
        assertThat(read(response(shown)).texts()).containsExactly("a & b\nsee this");
    }

    @Test
    void refusesWhatHasWrongTypesAndGoesOn() {
        var read =
                read(
                        response(
                                "{'kind':'youtube#comment','id':7,'snippet':{'textOriginal':['x']}}",
                                "[[1],2]",
                                "'words'",
                                "{'kind':'youtube#video','snippet':'none'}",
                                comment("C1", "@creator", "still here", "")));
        assertThat(read.texts()).containsExactly("still here");
        assertThat(read.faults()).hasSize(5).allMatch(fault -> fault.contains("not a comment"));
    }

    @Test
    void losesOnlyTheItemThatIsBrokenOrTooLarge() {
        var read =
                read(
                        response(
                                comment("C1", "@creator", "first", ""),
                                comment("C2", "@creator", "x".repeat(2_000_000), ""),
                                "{'kind':'youtube#comment','id':}",
                                comment("C3", "@creator", "last", "")));
        assertThat(read.texts()).containsExactly("first", "last");
        assertThat(read.faults()).hasSize(2);
        assertThat(read.faults().getFirst()).contains("at most 1048576 are read");
    }

    @Test
    void losesOnlyTheItemThatIsNotUtf8() {
        var content = json(response(comment("C1", "@creator", "caf\u00e9", ""), ASKED));
        var bytes = content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        var read = ReadRows.of(KNOWN, bytes);
        assertThat(read.texts()).containsExactly("A 50, since last year");
        assertThat(read.faults()).singleElement().asString().contains("is not UTF-8");
    }

    @Test
    void keepsWhatStandsBeforeTheFileIsCutOff() {
        var whole = response(comment("C1", "@creator", "first", ""), ASKED);
        var read = read(whole.substring(0, whole.length() - 40));
        assertThat(read.texts()).containsExactly("first");
        assertThat(read.faults()).isNotEmpty();
    }
}
