package org.foundups.twin.rag;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/// How much of a question's wording a document shares: the score where the embedding model does not
/// know the script.
final class WordCoverage {
    /// Sharing every word is still no proof of the same meaning.
    private static final double MOST = 0.9;

    private final IndexSearcher searcher;
    private final List<String> terms;

    WordCoverage(IndexSearcher searcher, QueryText text) {
        this.searcher = searcher;
        this.terms = text.terms();
    }

    /// Shared terms over all terms of the question, each weighted by its inverse document frequency
    /// `ln(1 + N / (1 + n))`.
    ///
    /// @return 0..1
    double score(StoredDocument document) throws IOException {
        Set<String> words = new HashSet<>(terms(document.text()));
        if (document.inReplyTo() != null) words.addAll(terms(document.inReplyTo()));
        double all = 0;
        double shared = 0;
        for (var term : terms) {
            var weight = weight(term);
            all += weight;
            if (words.contains(term)) shared += weight;
        }
        return all == 0 ? 0 : MOST * shared / all;
    }

    private static List<String> terms(String text) {
        return MemoryAnalyzer.terms(text, 2_000);
    }

    private double weight(String term) throws IOException {
        var reader = searcher.getIndexReader();
        var holding =
                reader.docFreq(new Term(DocumentFields.TEXT, term))
                        + reader.docFreq(new Term(DocumentFields.ASKED, term));
        return Math.log(1 + reader.maxDoc() / (1.0 + holding));
    }
}
