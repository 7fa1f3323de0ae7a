package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Provenance;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.StoreResult.Refused;
import org.foundups.twin.rag.StoreResult.Stored;
import org.foundups.twin.rag.StoreResult.Unchanged;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.HostileTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

final class VoiceMemoryTest {
    private static final MemoryDocument VISA =
            MemoryDocument.comment(
                    "visa", "How long did the visa take?", "Four months, one form lost.", "012");
    private static final MemoryDocument RICE =
            MemoryDocument.comment("rice", "Do you still grow rice?", "Two fields now.", "jonas");

    @TempDir Path directory;
    private Nodes nodes;
    private VoiceMemory memory;

    @BeforeEach
    void open() {
        nodes = new Nodes(directory);
        memory = nodes.open("a");
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    private StoreResult store(MemoryDocument document) {
        return memory.store("012", List.of(document)).getFirst();
    }

    private List<String> found(String question) {
        return sources(memory.search(MemorySearch.of("012", question)));
    }

    private static List<String> sources(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().sourceId()).toList();
    }

    private Recollection recalled(String comment) {
        return memory.recall(Fixtures.admitted(Fixtures.incoming(comment)));
    }

    private static MemoryDocument document(
            String id,
            String text,
            @Nullable String type,
            @Nullable String speaker,
            @Nullable String provenance,
            List<String> tags,
            @Nullable String platform) {
        return new MemoryDocument(
                text,
                null,
                id,
                type,
                null,
                null,
                null,
                null,
                null,
                speaker,
                provenance,
                null,
                tags,
                platform,
                null,
                null);
    }

    // Storing

    @Test
    void findsWhatItStored() {
        memory.store("012", List.of(VISA, RICE));
        assertThat(found("how long for the visa")).containsExactly("visa");
        assertThat(memory.stats().indexed()).isEqualTo(2);
    }

    @Test
    void findsAnAnswerByItsOwnWordsToo() {
        store(VISA);
        assertThat(found("four months and a lost form")).containsExactly("visa");
    }

    @Test
    void leavesTheSameDocumentAsItIs() {
        assertThat(store(VISA)).isInstanceOf(Stored.class);
        var stats = memory.stats();
        assertThat(store(VISA)).isInstanceOf(Unchanged.class);
        assertThat(memory.stats()).isEqualTo(stats);
    }

    @Test
    void replacesWhatTheSameSourceSaidBefore() {
        var first = store(VISA);
        var corrected = MemoryDocument.comment("visa", null, "Five months after all.", "012");
        assertThat(store(corrected)).isEqualTo(new Stored(((Stored) first).id()));
        assertThat(found("five months")).containsExactly("visa");
        assertThat(found("how long did the visa take")).isEmpty();
        assertThat(memory.stats().documents()).isOne();
    }

    @Test
    void letsTheLaterOfTwoCount() {
        var later = MemoryDocument.comment("visa", null, "Five months after all.", "012");
        assertThat(memory.store("012", List.of(VISA, RICE, later)))
                .extracting(Object::getClass)
                .containsExactly(Stored.class, Stored.class, Stored.class);
        assertThat(found("five months")).containsExactly("visa");
        assertThat(memory.stats().documents()).isEqualTo(2);
    }

    @Test
    void refusesOneDocumentAndStoresItsNeighbours() {
        var broken = MemoryDocument.comment("broken", null, "a zero \0", "012");
        assertThat(memory.store("012", List.of(VISA, broken, RICE)))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Stored.class),
                        second ->
                                assertThat(second)
                                        .isInstanceOfSatisfying(
                                                Refused.class,
                                                refused ->
                                                        assertThat(refused.reason())
                                                                .startsWith("text: ")),
                        third -> assertThat(third).isInstanceOf(Stored.class));
        assertThat(memory.stats().documents()).isEqualTo(2);
    }

    @Test
    void refusesAPersonaWithoutAName() {
        assertThatThrownBy(() -> memory.store(" ", List.of(VISA)))
                .isInstanceOf(TwinException.class);
    }

    @Test
    void keepsEveryFieldOfADocument() {
        store(
                new MemoryDocument(
                        "We moved in 2006.",
                        "When did you move?",
                        "v1:60",
                        "video_transcript",
                        "v1",
                        "Moving",
                        60.0,
                        64.5,
                        "https://example.org/v1",
                        "012",
                        "verbatim",
                        "2024-05-01T09:30:00+09:00",
                        List.of("Japan", "moving"),
                        "YouTube",
                        null,
                        null));
        var hit = memory.search(MemorySearch.of("012", "When did you move?")).getFirst();
        assertThat(hit.tags()).containsExactly("Japan", "moving");
        assertThat(hit.platform()).isEqualTo("youtube");
        assertThat(hit.videoTitle()).isEqualTo("Moving");
        assertThat(hit.speaker()).isEqualTo("012");
        assertThat(hit.passage())
                .usingRecursiveComparison()
                .ignoringFields("documentId", "score")
                .isEqualTo(
                        new Passage(
                                "",
                                "We moved in 2006.",
                                "When did you move?",
                                "v1:60",
                                "video_transcript",
                                "v1",
                                60.0,
                                64.5,
                                "https://example.org/v1",
                                Provenance.VERBATIM,
                                true,
                                java.time.Instant.parse("2024-05-01T00:30:00Z"),
                                1));
    }

    @Test
    void findsWhatATransactionStoredOnceItHasCommitted() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(nodes.database()));
        transaction.executeWithoutResult(status -> {
            store(VISA);
            assertThat(found("visa how long")).isEmpty();
        });
        assertThat(found("visa how long")).containsExactly("visa");
    }

    @Test
    void losesWhatATransactionRolledBack() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(nodes.database()));
        transaction.executeWithoutResult(status -> {
            store(VISA);
            status.setRollbackOnly();
        });
        assertThat(found("visa how long")).isEmpty();
        assertThat(memory.stats().documents()).isZero();
    }

    // Deleting

    @Test
    void forgetsWhatItDeleted() {
        var id = ((Stored) store(VISA)).id();
        assertThat(memory.delete(id)).isTrue();
        assertThat(found("how long for the visa")).isEmpty();
        assertThat(memory.stats().documents()).isZero();
        assertThat(
                        JdbcClient.create(nodes.database())
                                .sql("SELECT row_to_json(m)::text FROM memory_document m")
                                .query(String.class)
                                .single())
                .doesNotContain("months")
                .doesNotContain("visa take");
    }

    @Test
    void deletesNothingTwice() {
        var id = ((Stored) store(VISA)).id();
        memory.delete(id);
        assertThat(memory.delete(id)).isFalse();
        assertThat(memory.delete(UUID.randomUUID())).isFalse();
    }

    @Test
    void takesADeletedDocumentBackWhenItIsStoredAgain() {
        memory.delete(((Stored) store(VISA)).id());
        assertThat(store(VISA)).isInstanceOf(Stored.class);
        assertThat(found("how long for the visa")).containsExactly("visa");
    }

    // Searching

    @Test
    void keepsPersonasApart() {
        memory.store("012", List.of(RICE));
        memory.store("another", List.of(VISA));
        assertThat(found("how long for the visa")).isEmpty();
        assertThat(recalled("How long did the visa take?").passages()).isEmpty();
        assertThat(sources(memory.search(MemorySearch.of("another", "how long for the visa"))))
                .containsExactly("visa");
    }

    @Test
    void findsOnlyTheSourceTypesAskedFor() {
        store(document("a", "rice in spring", "post", null, null, List.of(), null));
        store(document("b", "rice in autumn", "note", null, null, List.of(), null));
        assertThat(searched("rice", Set.of(SourceType.NOTE), null)).containsExactly("b");
        assertThat(searched("rice", Set.of(SourceType.NOTE, SourceType.POST), null))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void findsOnlyTheChannelAskedForInAnyCase() {
        store(document("a", "rice in spring", null, null, null, List.of("Harvest"), null));
        store(document("b", "rice in autumn", null, null, null, List.of(), "LinkedIn"));
        assertThat(searched("rice", Set.of(), "HARVEST")).containsExactly("a");
        assertThat(searched("rice", Set.of(), "linkedin")).containsExactly("b");
        assertThat(searched("rice", Set.of(), "x")).isEmpty();
    }

    private List<String> searched(String text, Set<SourceType> types, @Nullable String channel) {
        return sources(memory.search(new MemorySearch("012", text, 10, types, channel, 0.0)));
    }

    @Test
    void returnsNothingBelowTheFloor() {
        memory.store("012", List.of(VISA, RICE));
        var floor = RagSettings.in(directory).minimumScore();
        assertThat(recalled("How about the visa, and when did the frogs arrive?").passages())
                .allMatch(passage -> passage.score() >= floor);
        assertThat(recalled("Which graphics card is best?").passages()).isEmpty();
        assertThat(
                        memory.search(
                                new MemorySearch(
                                        "012",
                                        "How long did the visa take?",
                                        10,
                                        Set.of(),
                                        null,
                                        1.0)))
                .isEmpty();
    }

    @Test
    void returnsNoMoreThanAskedFor() {
        for (var month : List.of("May", "June", "July"))
            store(MemoryDocument.comment(month, null, "rice planted in " + month, "012"));
        var two = new MemorySearch("012", "rice planted", 2, Set.of(), null, 0.0);
        assertThat(memory.search(two)).hasSize(2);
    }

    @Test
    void showsTheSameWordsOnce() {
        store(MemoryDocument.comment("a", null, "Two fields now.", "012"));
        store(MemoryDocument.comment("b", null, "two fields NOW!!", "012"));
        assertThat(found("two fields")).hasSize(1);
    }

    @Test
    void takesQuerySyntaxForWords() {
        store(VISA);
        assertThat(found("text:visa AND persona:(another OR 012) how* long~2")).isNotNull();
        assertThat(found("persona:012")).isEmpty();
    }

    @Test
    void comparesWordsWhereTheModelCannotRead() {
        store(MemoryDocument.comment("ja", "ビザはどのくらいかかりますか", "四か月かかりました。", "012"));
        store(MemoryDocument.comment("other", "米はどこで買えますか", "市場で買えます。", "012"));
        store(VISA);
        assertThat(found("ビザはどのくらいかかりましたか")).containsExactly("ja");
    }

    @Test
    void getsThroughAnyText() {
        memory.store("012", List.of(VISA, RICE));
        for (var text : HostileTexts.ALL) {
            assertThat(memory.search(MemorySearch.of("012", text))).isNotNull();
            assertThat(recalled(text).passages()).isNotNull();
        }
        assertThat(recalled("visa how long ".repeat(8_000)).passages()).isNotNull();
        assertThat(recalled("").passages()).isEmpty();
        assertThat(recalled("🔥🔥🔥").passages()).isEmpty();
    }

    @Test
    void getsThroughAnyTextToBeStored() {
        for (var text : HostileTexts.ALL) {
            var result = store(MemoryDocument.comment("x", text, text, "012"));
            assertThat(result).isNotInstanceOf(Unchanged.class);
        }
    }

    // What passages say of themselves

    @Test
    void knowsTheCreatorByEveryName() {
        for (var speaker : List.of("012", "@Jonas", "JONAS", "Jonas Test"))
            store(MemoryDocument.comment(speaker, null, "rice in " + speaker, speaker));
        assertThat(recalled("rice").passages()).isNotEmpty().allMatch(Passage::byCreator);
    }

    @Test
    void recallsNoWordsOfOthersAndOfSpeakersNobodyKnows() {
        store(MemoryDocument.comment("unknown", null, "rice in spring", null));
        store(MemoryDocument.comment("other", null, "rice in autumn", "jonas_fan"));
        assertThat(recalled("rice in").passages()).isEmpty();
        assertThat(memory.search(MemorySearch.of("012", "rice in")))
                .hasSize(2)
                .noneMatch(hit -> hit.passage().byCreator())
                .noneMatch(hit -> hit.passage().shapesVoice());
        store(MemoryDocument.comment("own", null, "rice in winter", "012"));
        assertThat(recalled("rice in").passages()).singleElement().matches(Passage::byCreator);
    }

    @Test
    void neverTakesAParaphraseForTheVoice() {
        store(document("a", "rice in spring", "video_transcript", "012", null, List.of(), null));
        assertThat(recalled("rice in spring").passages())
                .singleElement()
                .matches(passage -> passage.provenance() == Provenance.PARAPHRASE)
                .matches(Passage::byCreator)
                .matches(passage -> !passage.shapesVoice());
    }

    @Test
    void ordersTopicsByNearness() {
        var topics = recalled("Which visa for Japan?").topics();
        assertThat(topics).hasSize(4);
        assertThat(topics.getFirst().topic()).isEqualTo("Japan visa");
        assertThat(topics.getFirst().score()).isGreaterThan(topics.getLast().score());
    }

    // Counting and failing

    @Test
    void countsWhatItHolds() {
        memory.store("012", List.of(VISA, RICE));
        memory.store("012", List.of(document("n", "a note", "note", null, null, List.of(), null)));
        var stats = memory.stats();
        assertThat(stats.documents()).isEqualTo(3);
        assertThat(stats.bySourceType()).containsEntry("comment", 2L).containsEntry("note", 1L);
        assertThat(stats.bySpeaker()).containsEntry("unknown", 1L).containsEntry("jonas", 1L);
        assertThat(stats.byPersona()).containsEntry("012", 3L);
        assertThat(stats.lag()).isZero();
        assertThat(stats.lastStored()).isEqualTo(Fixtures.NOON);
    }

    @Test
    void takesADeadDatabaseForAFailureAndNotForAnEmptyOne() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"localhost"});
        nowhere.setPortNumbers(new int[] {1});
        assertThatThrownBy(() -> nodes.open("b", nowhere, WordEmbedder.named("words-1")))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.kind()).isEqualTo(TwinException.Kind.OUTSIDE));
    }
}
