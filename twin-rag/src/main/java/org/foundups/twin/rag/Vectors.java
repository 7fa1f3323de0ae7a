package org.foundups.twin.rag;

import org.jspecify.annotations.Nullable;

/// Where a document lies in the space of one model.
///
/// @param said of the text
/// @param asked of the comment it answered; null if it answered none
record Vectors(Embedding said, @Nullable Embedding asked) {
    static Vectors of(String text, @Nullable String inReplyTo, Embedder embedder) {
        return new Vectors(
                embedder.embed(text), inReplyTo == null ? null : embedder.embed(inReplyTo));
    }
}
