package org.foundups.twin.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foundups.twin.api.database.EmbeddedDatabase;
import org.foundups.twin.rag.MemorySearch;
import org.foundups.twin.rag.OnnxEmbedder;
import org.foundups.twin.rag.RagSettings;
import org.foundups.twin.rag.VoiceMemory;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Search over many documents, each with a real embedding of its own text: how long one search
/// takes from text to hits, and how many of the ten nearest texts by exact comparison it looks at.
/// The exact scan is the alternative.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Search over many documents: time, and recall against exact search.")
final class SearchBench implements Callable<Integer> {
    private static final String CREATOR = "012";

    private static final int BATCH = 1_000;
    private static final int TEN = 10;

    @Option(
            names = "--documents",
            defaultValue = "100000",
            description = "in memory (${DEFAULT-VALUE})")
    private int documents;

    @Option(
            names = "--queries",
            defaultValue = "300",
            description = "different ones (${DEFAULT-VALUE})")
    private int queries;

    @Option(names = "--out", description = "where to write the figures as JSON")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var card = new ScoreCard("search", System.out);
        try (var home = Scratch.directory();
                var server = EmbeddedDatabase.start(home.path().resolve("postgres"))) {
            var database = database(server);
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration/rag")
                    .load()
                    .migrate();
            var settings = RagSettings.in(home.path().resolve("index"));
            var embedder = new KnownQuestions(OnnxEmbedder.open(settings.embedders(), null));
            try (var memory =
                    VoiceMemory.open(
                            settings,
                            RoutingPolicy.standard(),
                            database,
                            InstantSource.system(),
                            embedder)) {
                fill(card, memory);
                timed(memory, "warming up");
                card.add(timed(memory, "search, text to hits"));
                for (var number = 0; number < queries; number++) embedder.know(question(number));
                card.add(timed(memory, "search, question embedded already"));
                compare(card, memory, embedder);
            }
        }
        card.write(out);
        return 0;
    }

    private static DataSource database(EmbeddedDatabase server) {
        var database = new PGSimpleDataSource();
        database.setUrl(server.url());
        database.setUser(server.user());
        database.setPassword(server.password());
        return database;
    }

    private void fill(ScoreCard card, VoiceMemory memory) {
        var random = new Random(4711);
        var begun = System.nanoTime();
        for (var from = 0; from < documents; from += BATCH) {
            var batch = new ArrayList<MemoryDocument>();
            for (var number = from; number < Math.min(documents, from + BATCH); number++) {
                var text = Filling.sentence(random) + " " + Filling.sentence(random);
                batch.add(MemoryDocument.comment("bench-" + number, null, text, CREATOR));
            }
            memory.store(CREATOR, batch);
            if (from % (BATCH * 10) == 0) card.say("  " + (from + batch.size()) + " stored");
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        card.add("documents stored per second", Math.round(documents / seconds));
    }

    private static String question(int number) {
        var random = new Random(number);
        return "Is it true that " + Filling.sentence(random).replace('.', '?');
    }

    private Sample timed(VoiceMemory memory, String what) {
        var times = new ArrayList<Long>();
        var begun = System.nanoTime();
        for (var round = 0; round < 3; round++) {
            for (var number = 0; number < queries; number++) {
                var start = System.nanoTime();
                memory.search(MemorySearch.of(CREATOR, question(number)));
                times.add(System.nanoTime() - start);
            }
        }
        return Sample.of(what, times, Duration.ofNanos(System.nanoTime() - begun));
    }

    /// The nearest texts as searching looks for them, and by comparing with every text, taking
    /// turns. What searching makes of them (words, diversity, near-duplicates) is another matter.
    private void compare(ScoreCard card, VoiceMemory memory, KnownQuestions embedder) {
        var times = List.of(new ArrayList<Long>(), new ArrayList<Long>());
        var found = 0;
        var begun = System.nanoTime();
        for (var number = 0; number < queries; number++) {
            var point = embedder.embed(question(number));
            var start = System.nanoTime();
            var near = new HashSet<>(memory.nearest(CREATOR, point, TEN));
            var between = System.nanoTime();
            near.retainAll(memory.nearestExactly(CREATOR, point, TEN));
            times.getFirst().add(between - start);
            times.getLast().add(System.nanoTime() - between);
            found += near.size();
        }
        var whole = Duration.ofNanos(System.nanoTime() - begun);
        card.add(Sample.of("nearest texts by graph (HNSW)", times.getFirst(), whole));
        card.add(Sample.of("nearest texts by exact scan", times.getLast(), whole));
        card.add("recall@10 against the exact scan", found / (double) (queries * TEN));
    }
}
