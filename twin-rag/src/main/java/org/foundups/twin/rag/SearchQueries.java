package org.foundups.twin.rag;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// Puts a question into Lucene's terms. Text only ever becomes the value of a term.
final class SearchQueries {
    private static final float CONTEXT = 0.15f;

    private SearchQueries() {}

    /// What restricts the documents; null if every document of the index qualifies, because testing
    /// each of 100,000 costs more than searching them.
    static @Nullable Query restriction(IndexSearcher searcher, Question question)
            throws IOException {
        var persona = new Term(DocumentFields.PERSONA, question.persona());
        var reader = searcher.getIndexReader();
        var restriction = new BooleanQuery.Builder();
        if (reader.docFreq(persona) < reader.maxDoc())
            restriction.add(new TermQuery(persona), Occur.FILTER);
        if (!question.sourceTypes().isEmpty())
            restriction.add(oneOf(question.sourceTypes()), Occur.FILTER);
        if (!question.speakers().isEmpty() && !saysAll(reader, question.speakers()))
            restriction.add(spokenBy(question.speakers()), Occur.FILTER);
        if (question.channel() != null) restriction.add(channel(question.channel()), Occur.FILTER);
        var built = restriction.build();
        return built.clauses().isEmpty() ? null : built;
    }

    static Query nearest(
            String field, Embedding point, int neighbours, @Nullable Query restriction) {
        return new KnnFloatVectorQuery(field, point.array(), neighbours, restriction);
    }

    /// Words of the question in the text or in the comment it answered, and faintly those around
    /// the question.
    ///
    /// @return null if there are none
    static @Nullable Query words(Question question, @Nullable Query restriction) {
        var own = question.text().terms();
        if (own.isEmpty()) return null;
        Set<String> around = new LinkedHashSet<>();
        for (var context : question.context()) around.addAll(context.terms());
        around.removeAll(Set.copyOf(own));
        var words = new BooleanQuery.Builder();
        for (var term : own) addEverywhere(words, term, 1);
        for (var term : around) addEverywhere(words, term, CONTEXT);
        if (restriction == null) return words.build();
        return new BooleanQuery.Builder()
                .add(words.build(), Occur.MUST)
                .add(restriction, Occur.FILTER)
                .build();
    }

    private static void addEverywhere(BooleanQuery.Builder words, String term, float weight) {
        for (var field : List.of(DocumentFields.TEXT, DocumentFields.ASKED)) {
            var query = new TermQuery(new Term(field, term));
            words.add(weight == 1 ? query : new BoostQuery(query, weight), Occur.SHOULD);
        }
    }

    private static Query oneOf(Set<SourceType> types) {
        var any = new BooleanQuery.Builder();
        for (var type : types)
            any.add(new TermQuery(new Term(DocumentFields.SOURCE_TYPE, type.id())), Occur.SHOULD);
        return any.build();
    }

    private static boolean saysAll(IndexReader reader, Set<String> speakers) throws IOException {
        var said = 0;
        for (var speaker : speakers)
            said += reader.docFreq(new Term(DocumentFields.SPEAKER, speaker));
        return said >= reader.maxDoc();
    }

    private static Query spokenBy(Set<String> speakers) {
        var any = new BooleanQuery.Builder();
        for (var speaker : speakers)
            any.add(new TermQuery(new Term(DocumentFields.SPEAKER, speaker)), Occur.SHOULD);
        return any.build();
    }

    private static Query channel(String name) {
        return new TermQuery(new Term(DocumentFields.CHANNEL, name.toLowerCase(Locale.ROOT)));
    }
}
