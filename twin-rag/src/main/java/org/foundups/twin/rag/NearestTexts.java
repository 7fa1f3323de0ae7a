package org.foundups.twin.rag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;

/// Finds one persona's texts that lie nearest to a point.
final class NearestTexts {
    private final IndexSearcher searcher;
    private final Term persona;

    NearestTexts(IndexSearcher searcher, String persona) {
        this.searcher = searcher;
        this.persona = new Term(DocumentFields.PERSONA, persona);
    }

    private record Near(int document, float cosine) {}

    List<String> approximately(Embedding point, int neighbours, int count) throws IOException {
        var query =
                SearchQueries.nearest(
                        DocumentFields.TEXT_VECTOR, point, neighbours, new TermQuery(persona));
        var ids = new ArrayList<String>();
        for (var hit : searcher.search(query, count).scoreDocs) ids.add(id(hit.doc));
        return ids;
    }

    List<String> exactly(Embedding point, int count) throws IOException {
        var best = new PriorityQueue<>(Comparator.comparingDouble(Near::cosine));
        var vectors = new StoredVectors(searcher, DocumentFields.TEXT_VECTOR);
        for (var leaf : searcher.getIndexReader().leaves())
            compare(leaf, vectors, point, count, best);
        var ids = new ArrayList<String>();
        while (!best.isEmpty()) ids.addFirst(id(best.remove().document()));
        return ids;
    }

    private void compare(
            LeafReaderContext leaf,
            StoredVectors vectors,
            Embedding point,
            int count,
            PriorityQueue<Near> best)
            throws IOException {
        var live = leaf.reader().getLiveDocs();
        var documents = leaf.reader().postings(persona);
        if (documents == null) return;
        for (int next = documents.nextDoc();
                next != DocIdSetIterator.NO_MORE_DOCS;
                next = documents.nextDoc()) {
            if (live != null && !live.get(next)) continue;
            var vector = vectors.of(leaf.docBase + next);
            if (vector == null) continue;
            best.add(new Near(leaf.docBase + next, VectorUtil.dotProduct(point.array(), vector)));
            if (best.size() > count) best.remove();
        }
    }

    private String id(int document) throws IOException {
        return searcher.storedFields()
                .document(document, Set.of(DocumentFields.ID))
                .get(DocumentFields.ID);
    }
}
