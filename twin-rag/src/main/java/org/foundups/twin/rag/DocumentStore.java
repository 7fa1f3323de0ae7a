package org.foundups.twin.rag;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foundups.twin.rag.DocumentRules.Checked;
import org.foundups.twin.rag.MemoryTable.Present;
import org.foundups.twin.rag.MemoryTable.Row;
import org.foundups.twin.rag.NewDocument.Source;
import org.foundups.twin.rag.files.MemoryDocument;

/// Checks documents, embeds those that are new or changed, and commits them batch by batch.
final class DocumentStore {
    private static final int BATCH = 64;

    private final MemoryTable table;
    private final WriteTransactions transactions;
    private final Embedder embedder;
    private final InstantSource clock;

    DocumentStore(
            MemoryTable table,
            WriteTransactions transactions,
            Embedder embedder,
            InstantSource clock) {
        this.table = table;
        this.transactions = transactions;
        this.embedder = embedder;
        this.clock = clock;
    }

    /// Stores what the rules let pass.
    ///
    /// @return one result for each document, in their order
    List<StoreResult> store(String persona, List<MemoryDocument> documents) {
        var results = new ArrayList<StoreResult>();
        var batch = new LinkedHashMap<Source, Pending>();
        for (var raw : documents) {
            switch (DocumentRules.check(persona, raw)) {
                case Checked.Unsound(var violations) ->
                        results.add(new StoreResult.Refused(violations));
                case Checked.Sound(var document) -> {
                    // The same source twice in one call: the later says what counts.
                    if (batch.size() == BATCH || batch.containsKey(document.source()))
                        flush(persona, batch, results);
                    batch.put(document.source(), new Pending(results.size(), document));
                    results.add(PLACE);
                }
            }
        }
        flush(persona, batch, results);
        return List.copyOf(results);
    }

    /// What storing would make of documents, without storing any.
    ///
    /// @return one result for each document, in their order; the ids of new ones mean nothing
    List<StoreResult> compared(String persona, List<MemoryDocument> documents) {
        var checked = documents.stream().map(raw -> DocumentRules.check(persona, raw)).toList();
        var sound = new LinkedHashMap<Source, NewDocument>();
        for (var check : checked) {
            if (check instanceof Checked.Sound(var document))
                sound.put(document.source(), document);
        }
        var known =
                sound.isEmpty()
                        ? Map.<Source, Present>of()
                        : table.present(persona, sound.keySet());
        return checked.stream()
                .map(check ->
                        switch (check) {
                            case Checked.Unsound(var violations) ->
                                    new StoreResult.Refused(violations);
                            case Checked.Sound(var document) -> compared(document, known);
                        })
                .toList();
    }

    private static StoreResult compared(NewDocument document, Map<Source, Present> known) {
        var present = known.get(document.source());
        var id = present == null ? new UUID(0, 0) : present.id();
        return same(document, known) ? new StoreResult.Unchanged(id) : new StoreResult.Stored(id);
    }

    /// Stands where a result will stand.
    private static final StoreResult PLACE = new StoreResult.Unchanged(new UUID(0, 0));

    private record Pending(int place, NewDocument document) {}

    private void flush(String persona, Map<Source, Pending> batch, List<StoreResult> results) {
        if (batch.isEmpty()) return;
        var known = table.present(persona, batch.keySet());
        var vectors = vectors(batch.values(), known);
        transactions
                .change(() -> write(persona, batch, vectors))
                .forEach((source, result) -> results.set(place(batch, source), result));
        batch.clear();
    }

    private static int place(Map<Source, Pending> batch, Source source) {
        var pending = batch.get(source);
        if (pending == null) throw new IllegalStateException("a result without a document");
        return pending.place();
    }

    /// Embeds what is not stored yet, several texts at once, before any lock is taken.
    private Map<Source, Vectors> vectors(Collection<Pending> batch, Map<Source, Present> known) {
        return batch.parallelStream()
                .map(Pending::document)
                .filter(document -> !same(document, known))
                .collect(Collectors.toConcurrentMap(NewDocument::source, this::vectors));
    }

    private Vectors vectors(NewDocument document) {
        return Vectors.of(document.text(), document.inReplyTo(), embedder);
    }

    private static boolean same(NewDocument document, Map<Source, Present> known) {
        var present = known.get(document.source());
        return present != null && document.contentHash().equals(present.contentHash());
    }

    private Map<Source, StoreResult> write(
            String persona, Map<Source, Pending> batch, Map<Source, Vectors> vectors) {
        var known = table.present(persona, batch.keySet());
        var results = new LinkedHashMap<Source, StoreResult>();
        var rows = new ArrayList<Row>();
        for (var pending : batch.values()) {
            var document = pending.document();
            var present = known.get(document.source());
            var id = present == null ? UUID.randomUUID() : present.id();
            if (same(document, known)) {
                results.put(document.source(), new StoreResult.Unchanged(id));
                continue;
            }
            // Missing only if the document was deleted or changed since it was found unchanged.
            var ready = vectors.get(document.source());
            rows.add(new Row(id, document, ready == null ? vectors(document) : ready));
            results.put(document.source(), new StoreResult.Stored(id));
        }
        if (!rows.isEmpty()) table.put(rows, embedder.model().id(), clock.instant());
        return results;
    }
}
