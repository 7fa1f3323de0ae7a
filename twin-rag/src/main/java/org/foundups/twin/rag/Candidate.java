package org.foundups.twin.rag;

/// A document that may be a hit.
///
/// @param cosine the larger of query to text and query to the comment it answered
/// @param score calibrated, 0..1
/// @param rank what rank fusion made of it, scaled so that first in every list is 1
/// @param said where its text lies
record Candidate(
        StoredDocument document, double cosine, double score, double rank, Embedding said) {
    /// What candidates are ordered by: the score, and a little of the rank.
    double relevance() {
        return 0.9 * score + 0.1 * rank;
    }
}
