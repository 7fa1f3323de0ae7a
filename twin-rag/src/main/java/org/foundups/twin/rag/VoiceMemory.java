package org.foundups.twin.rag;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.foundups.twin.core.Memory;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.TopicMatch;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.files.ImportOptions;
import org.foundups.twin.rag.files.ImportRow;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.rag.files.SourceFile;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.jspecify.annotations.Nullable;

/// The creator's memory: documents in PostgreSQL, found through a Lucene index of this node. Any
/// number of threads may use it.
///
/// Every method throws a [TwinException] of kind OUTSIDE when database, index or embedding model
/// fail: a failed search is never an empty memory.
public final class VoiceMemory implements Memory, AutoCloseable {
    private final RagSettings settings;
    private final InstantSource clock;
    private final Embedder embedder;
    private final MemoryTable table;
    private final Census census;
    private final WriteTransactions transactions;
    private final Projection projection;
    private final Follower follower;
    private final DocumentStore store;
    private final HybridSearch search;
    private final Topics topics;
    private final VideoRoutes routes;

    private VoiceMemory(
            RagSettings settings,
            RoutingPolicy policy,
            DataSource dataSource,
            InstantSource clock,
            Embedder embedder,
            IndexHome home) {
        this.settings = settings;
        this.clock = clock;
        this.embedder = embedder;
        this.table = new MemoryTable(dataSource);
        this.census = new Census(dataSource);
        this.transactions = new WriteTransactions(dataSource);
        this.projection = Outside.asked(() -> Projection.open(home, table, modelId()));
        this.follower = new Follower(projection);
        this.store = new DocumentStore(table, transactions, embedder, clock);
        this.search = new HybridSearch(embedder.model(), settings);
        this.topics = new Topics(embedder);
        this.routes = new VideoRoutes(dataSource, policy, clock, projection::catchUp);
    }

    /// Opens the memory with the embedding model from the class path. The database must have been
    /// migrated (`classpath:db/migration/rag`). An index that is missing or damaged is made anew
    /// first: about a minute for 100,000 documents.
    ///
    /// @throws TwinException CONFLICT if another process uses the index directory
    public static VoiceMemory open(
            RagSettings settings,
            RoutingPolicy policy,
            DataSource dataSource,
            InstantSource clock) {
        return open(
                settings,
                policy,
                dataSource,
                clock,
                OnnxEmbedder.open(settings.embedders(), settings.nativeDirectory()));
    }

    /// Opens the memory with another embedding model, which is closed with it.
    ///
    /// @throws TwinException CONFLICT if another process uses the index directory
    public static VoiceMemory open(
            RagSettings settings,
            RoutingPolicy policy,
            DataSource dataSource,
            InstantSource clock,
            Embedder embedder) {
        IndexHome home = null;
        try {
            home = IndexHome.open(settings.indexDirectory());
            var memory = new VoiceMemory(settings, policy, dataSource, clock, embedder, home);
            memory.follower.start(settings.followEvery());
            return memory;
        } catch (RuntimeException failure) {
            if (home != null) home.close();
            embedder.close();
            throw failure;
        }
    }

    /// Looks for what the creator said that bears on the target's own text. Words of others, and of
    /// speakers nobody knows, are not recalled: a draft would take them for the creator's. The
    /// container's title and the last utterance of the thread help to order what is found, and
    /// never raise a score: praise under a video about visas is still not a question about visas.
    @Override
    public Recollection recall(Screened.Admitted admitted) {
        var target = admitted.incoming().target();
        var persona = admitted.incoming().persona();
        var text = QueryText.of(target.text());
        if (!text.saysSomething()) return new Recollection(admitted, List.of(), List.of());
        var point = point(text);
        var shown = Passages.of(persona);
        var question =
                new Question(
                        persona.id(),
                        text,
                        point,
                        context(admitted),
                        Set.of(),
                        null,
                        shown.names(),
                        settings.passages(),
                        settings.minimumScore());
        var passages = found(question).stream().map(shown::passage).toList();
        var near = point == null ? List.<TopicMatch>of() : topics.near(point, persona);
        return new Recollection(admitted, passages, near);
    }

    private static List<QueryText> context(Screened.Admitted admitted) {
        var target = admitted.incoming().target();
        var context = new ArrayList<QueryText>();
        if (target.containerTitle() != null) context.add(QueryText.of(target.containerTitle()));
        if (!target.thread().isEmpty()) context.add(QueryText.of(target.thread().getLast().text()));
        return context;
    }

    /// Searches one persona's memory.
    ///
    /// @return best first; none for a text without a letter or digit
    public List<Hit> search(MemorySearch wanted) {
        var text = QueryText.of(wanted.text());
        if (!text.saysSomething()) return List.of();
        var floor = wanted.minimumScore();
        var question =
                new Question(
                        wanted.persona(),
                        text,
                        point(text),
                        List.of(),
                        wanted.sourceTypes(),
                        wanted.channel(),
                        Set.of(),
                        wanted.limit(),
                        floor == null ? settings.minimumScore() : floor);
        return found(question).stream().map(Passages.of(wanted.persona())::hit).toList();
    }

    /// The documents whose texts lie nearest to a point, as searching finds them: approximately.
    ///
    /// @return their ids, nearest first
    public List<String> nearest(String persona, Embedding point, int count) {
        var neighbours = Math.max(count, settings.neighbours());
        return projection.read(searcher ->
                new NearestTexts(searcher, persona).approximately(point, neighbours, count));
    }

    /// The plain twin of [#nearest], which compares the point with every text: what the recall of
    /// the other is measured by. Takes tens of milliseconds for 100,000 documents.
    ///
    /// @return their ids, nearest first
    public List<String> nearestExactly(String persona, Embedding point, int count) {
        return projection.read(
                searcher -> new NearestTexts(searcher, persona).exactly(point, count));
    }

    private @Nullable Embedding point(QueryText text) {
        return text.inLatinScript() ? embedder.embed(text.text()) : null;
    }

    private List<Candidate> found(Question question) {
        return projection.read(searcher -> search.search(searcher, question));
    }

    /// Stores documents: committed, and findable on this node, when it returns. Within a
    /// transaction of the caller's they are findable soon after that has committed.
    ///
    /// @param persona whose memory, 1 to 100 characters
    /// @return one result for each document, in their order
    public List<StoreResult> store(String persona, List<MemoryDocument> documents) {
        checkPersona(persona);
        return Outside.asked(() -> {
            var results = store.store(persona, documents);
            transactions.afterwards(projection::catchUp);
            return results;
        });
    }

    /// Imports a file in any of the [org.foundups.twin.rag.files.FileFormat]s, told by its content,
    /// or every such file of a ZIP archive. Memory stays bounded whatever the file's size; a row of
    /// more than 1 MiB is refused by itself, and so is the index file of a video beyond 64 MiB.
    ///
    /// Each row is stored or refused on its own. Rows are committed 64 at a time, so that an import
    /// which was stopped, failed or was killed can simply be run again: what is stored already
    /// counts as unchanged. A row whose source is stored with other content replaces it, also one
    /// that comes later in the same file. Rows without a source's id are the same if text, comment
    /// answered, video and beginning are.
    ///
    /// @param progress told after every batch, and asked before every batch whether to go on
    /// @return what became of the rows; a file without rows gives a note that says so
    /// @throws TwinException NOT_FOUND if there is no such file; VALIDATION if the options are
    ///   wrong, the file is not text, or a CSV file has no header; of kind OUTSIDE or CAPACITY if
    ///   reading, embedding or the database failed on the way
    public ImportSummary importFile(Path file, ImportOptions options, ImportProgress progress) {
        return importFile(SourceFile.of(file), options, progress);
    }

    /// Imports a file under the name by which somebody sent it.
    public ImportSummary importFile(
            SourceFile file, ImportOptions options, ImportProgress progress) {
        checkPersona(options.persona());
        return Outside.asked(() -> {
            try {
                return new FileImport(
                                new Destination(store::store, routes::decide, this::retain),
                                options.knowing(routes.policy().aliases()),
                                progress)
                        .run(file);
            } finally {
                // The index follows while the import goes on, and is level when it ends: taking
                // every batch in at once would cost more than storing it.
                transactions.afterwards(projection::catchUp);
            }
        });
    }

    /// Reads a file as [#importFile] does and stores nothing.
    ///
    /// @return what would become of the rows
    public ImportSummary tryImport(
            SourceFile file, ImportOptions options, ImportProgress progress) {
        checkPersona(options.persona());
        return Outside.asked(() ->
                new FileImport(
                                new Destination(store::compared, routes::considered, (_, _) -> 0),
                                options.knowing(routes.policy().aliases()),
                                progress)
                        .run(file));
    }

    private int retain(String persona, ImportRow.Whole track) {
        return transactions.change(() -> table.retain(persona, track, clock.instant()));
    }

    private static void checkPersona(String persona) {
        if (persona.isBlank() || persona.length() > 100)
            throw new TwinException(
                    TwinException.Code.VALIDATION, "A persona's id has 1 to 100 characters.");
    }

    /// Where videos go.
    public VideoRoutes routes() {
        return routes;
    }

    /// Forgets a document: its text leaves the database and the index.
    ///
    /// @return false if there is no such document
    public boolean delete(UUID id) {
        return Outside.asked(() -> {
            var buried = transactions.change(() -> table.bury(id, clock.instant()));
            transactions.afterwards(projection::catchUp);
            return buried;
        });
    }

    /// What is stored and how far the index has followed.
    public MemoryStats stats() {
        return Outside.asked(() -> census.taken(modelId(), indexed(), projection.sequence()));
    }

    private int indexed() {
        return projection.read(searcher -> searcher.getIndexReader().numDocs());
    }

    /// Embeds again whatever another model embedded, and makes the index anew beside the one in
    /// use. Searching and storing go on meanwhile.
    ///
    /// @throws TwinException CONFLICT if a rebuild is running already
    public void rebuild(ImportProgress progress) {
        Outside.asked(() -> {
            new Renewal(table, transactions, embedder).run(progress);
            return projection.rebuild(progress, census.documents());
        });
    }

    private String modelId() {
        return embedder.model().id();
    }

    /// Ends following, forces the index to disk and lets the directory go. The database stays open.
    @Override
    public void close() {
        follower.close();
        projection.close();
        embedder.close();
    }
}
