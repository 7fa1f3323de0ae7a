package org.foundups.twin.rag;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// Reads one field's vectors for documents in rising order. For one search and one thread.
final class StoredVectors {
    private final List<LeafReaderContext> leaves;
    private final String field;
    private final Map<Integer, Cursor> cursors = new HashMap<>();

    /// Where reading stands in one segment.
    ///
    /// @param values null if no document of the segment has the field
    private record Cursor(
            @Nullable FloatVectorValues values,
            KnnVectorValues.@Nullable DocIndexIterator documents) {
        static Cursor of(@Nullable FloatVectorValues values) {
            return new Cursor(values, values == null ? null : values.iterator());
        }

        float @Nullable [] at(int document) throws IOException {
            if (values == null || documents == null) return null;
            if (documents.docID() < document) documents.advance(document);
            return documents.docID() == document ? values.vectorValue(documents.index()) : null;
        }
    }

    StoredVectors(IndexSearcher searcher, String field) {
        this.leaves = searcher.getIndexReader().leaves();
        this.field = field;
    }

    /// The vector of one document.
    ///
    /// @param document not below that of the call before
    /// @return good until the next call; null if the document has no such vector
    float @Nullable [] of(int document) throws IOException {
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var cursor = cursors.get(leaf.ord);
        if (cursor == null) {
            cursor = Cursor.of(leaf.reader().getFloatVectorValues(field));
            cursors.put(leaf.ord, cursor);
        }
        return cursor.at(document - leaf.docBase);
    }
}
