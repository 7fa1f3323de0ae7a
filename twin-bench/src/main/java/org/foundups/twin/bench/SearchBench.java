package org.foundups.twin.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foundups.twin.api.database.EmbeddedDatabase;
import org.foundups.twin.rag.Hit;
import org.foundups.twin.rag.MemoryDocument;
import org.foundups.twin.rag.MemorySearch;
import org.foundups.twin.rag.RagSettings;
import org.foundups.twin.rag.VoiceMemory;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Search over many documents, each with a real embedding of its own text: how long one search
/// takes from text to hits (embedding the question included), and how many of the ten nearest by
/// exact comparison it finds. The exact scan, over the vectors as they lie in the database, is the
/// alternative.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Search over many documents: time, and recall against exact search.")
final class SearchBench implements Callable<Integer> {
    private static final String CREATOR = "012";

    /// Questions are stored, too, for another persona, so that their vectors can be read.
    private static final String ASKER = "asker";

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
            var usual = RagSettings.in(home.path().resolve("index"));
            try (var memory = VoiceMemory.open(usual, database, InstantSource.system())) {
                fill(card, memory);
                card.add(timed(memory, "hybrid search, warming up"));
                card.add(timed(memory, "hybrid search, text to hits"));
            }
            compare(card, database, usual);
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
        var asked = new ArrayList<MemoryDocument>();
        for (var number = 0; number < queries; number++) {
            asked.add(MemoryDocument.comment("query-" + number, null, question(number), ASKER));
        }
        memory.store(ASKER, asked);
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

    /// Without floor, diversity and duplicates, so that both searches are asked for the same.
    private void compare(ScoreCard card, DataSource database, RagSettings usual)
            throws SQLException {
        var plain =
                new RagSettings(
                        usual.indexDirectory(),
                        usual.nativeDirectory(),
                        0,
                        TEN,
                        usual.neighbours(),
                        0,
                        1,
                        usual.embedders(),
                        usual.followEvery());
        var vectors = ExactSearch.of(database, CREATOR);
        var asked = ExactSearch.of(database, ASKER);
        var exactTimes = new ArrayList<Long>();
        var found = 0;
        var begun = System.nanoTime();
        try (var memory = VoiceMemory.open(plain, database, InstantSource.system())) {
            for (var number = 0; number < queries; number++) {
                var point = asked.vector("query-" + number);
                var start = System.nanoTime();
                var exact = vectors.nearest(point, TEN);
                exactTimes.add(System.nanoTime() - start);
                found += common(exact, memory.search(wanted(number)));
            }
        }
        var whole = Duration.ofNanos(System.nanoTime() - begun);
        card.add(Sample.of("exact scan of all vectors alone", exactTimes, whole));
        card.add("recall@10 against the exact scan", found / (double) (queries * TEN));
    }

    private static MemorySearch wanted(int number) {
        return new MemorySearch(CREATOR, question(number), TEN, Set.of(), null, 0.0);
    }

    private static int common(List<String> exact, List<Hit> hits) {
        var ids = new HashSet<String>();
        for (var hit : hits) ids.add(hit.passage().sourceId());
        ids.retainAll(exact);
        return ids.size();
    }
}
