package org.foundups.twin.rag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// Searches by meaning and by words at once. Nearest vectors of the texts, nearest vectors of the
/// comments they answered, and best words (BM25) each give a list; rank fusion joins them; every
/// candidate, however it was found, gets its score from its own cosine, so that all scores are on
/// one scale.
final class HybridSearch {
    private static final int BY_WORDS = 50;

    /// How many candidates are read and compared with each other.
    private static final int SHORTLIST = 40;

    private final EmbeddingModel model;
    private final int neighbours;
    private final Diversity diversity;

    HybridSearch(EmbeddingModel model, RagSettings settings) {
        this.model = model;
        this.neighbours = settings.neighbours();
        this.diversity = new Diversity(settings.diversity(), settings.duplicateCosine());
    }

    /// A document by its number in the index, not read yet.
    private record Found(int document, double cosine, double score, double rank) {}

    /// Searches the index as it stands.
    ///
    /// @return most relevant first, none below the question's floor, none repeating another
    List<Candidate> search(IndexSearcher searcher, Question question) throws IOException {
        if (searcher.getIndexReader().numDocs() == 0) return List.of();
        var fused = fused(searcher, question);
        var candidates =
                question.point() == null
                        ? wordsAlone(searcher, question, fused)
                        : scored(searcher, question, question.point(), fused);
        return diversity.pick(candidates, question.limit());
    }

    /// Rank by document number, in rising order of the numbers.
    private SortedMap<Integer, Double> fused(IndexSearcher searcher, Question question)
            throws IOException {
        var restriction = SearchQueries.restriction(searcher, question);
        var lists = new ArrayList<List<Integer>>();
        lists.add(found(searcher, SearchQueries.words(question, restriction), BY_WORDS));
        var point = question.point();
        if (point != null) {
            var most = Math.max(neighbours, question.limit());
            for (var field : List.of(DocumentFields.TEXT_VECTOR, DocumentFields.ASKED_VECTOR))
                lists.add(
                        found(
                                searcher,
                                SearchQueries.nearest(field, point, most, restriction),
                                most));
        }
        var first = lists.size() / (1.0 + RankFusion.DAMPING);
        var ranks = new TreeMap<Integer, Double>();
        RankFusion.fuse(lists, RankFusion.DAMPING)
                .forEach((document, sum) -> ranks.put(document, sum / first));
        return ranks;
    }

    private static List<Integer> found(IndexSearcher searcher, @Nullable Query query, int most)
            throws IOException {
        if (query == null) return List.of();
        return Arrays.stream(searcher.search(query, most).scoreDocs).map(hit -> hit.doc).toList();
    }

    private List<Candidate> scored(
            IndexSearcher searcher,
            Question question,
            Embedding point,
            SortedMap<Integer, Double> fused)
            throws IOException {
        var said = new StoredVectors(searcher, DocumentFields.TEXT_VECTOR);
        var asked = new StoredVectors(searcher, DocumentFields.ASKED_VECTOR);
        var found = new ArrayList<Found>();
        for (var entry : fused.entrySet()) {
            var cosine =
                    Math.max(
                            cosine(point, said.of(entry.getKey())),
                            cosine(point, asked.of(entry.getKey())));
            var score = model.passages().score(cosine);
            if (score >= question.floor())
                found.add(new Found(entry.getKey(), cosine, score, entry.getValue()));
        }
        return read(searcher, shortlist(found, question.limit()));
    }

    private static double cosine(Embedding point, float @Nullable [] vector) {
        return vector == null ? -1 : VectorUtil.dotProduct(point.array(), vector);
    }

    /// The best, in rising order of their numbers.
    private static List<Found> shortlist(List<Found> found, int limit) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .limit(Math.max(SHORTLIST, 2L * limit))
                .sorted(Comparator.comparingInt(Found::document))
                .toList();
    }

    private static List<Candidate> read(IndexSearcher searcher, List<Found> shortlist)
            throws IOException {
        var said = new StoredVectors(searcher, DocumentFields.TEXT_VECTOR);
        var stored = searcher.storedFields();
        var candidates = new ArrayList<Candidate>();
        for (var found : shortlist) {
            var vector = said.of(found.document());
            if (vector == null) continue;
            candidates.add(
                    new Candidate(
                            DocumentFields.read(stored.document(found.document())),
                            found.cosine(),
                            found.score(),
                            found.rank(),
                            Embedding.trusted(vector.clone())));
        }
        return candidates;
    }

    private static List<Candidate> wordsAlone(
            IndexSearcher searcher, Question question, Map<Integer, Double> fused)
            throws IOException {
        var coverage = new WordCoverage(searcher, question.text());
        var found =
                fused.entrySet().stream()
                        .map(entry -> new Found(entry.getKey(), 0, 0, entry.getValue()))
                        .toList();
        var candidates = new ArrayList<Candidate>();
        for (var candidate : read(searcher, found)) {
            var score = coverage.score(candidate.document());
            if (score >= question.floor())
                candidates.add(
                        new Candidate(
                                candidate.document(),
                                0,
                                score,
                                candidate.rank(),
                                candidate.said()));
        }
        return candidates;
    }
}
