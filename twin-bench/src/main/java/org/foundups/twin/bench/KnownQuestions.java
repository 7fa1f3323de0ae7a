package org.foundups.twin.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.foundups.twin.rag.Embedder;
import org.foundups.twin.rag.Embedding;
import org.foundups.twin.rag.EmbeddingModel;

/// Embeds as another does, but for the questions it was told of, whose vectors it has at hand: so
/// that searching can be timed by itself.
record KnownQuestions(Embedder embedder, Map<String, Embedding> known) implements Embedder {
    KnownQuestions(Embedder embedder) {
        this(embedder, new ConcurrentHashMap<>());
    }

    void know(String question) {
        known.put(question, embedder.embed(question));
    }

    @Override
    public EmbeddingModel model() {
        return embedder.model();
    }

    @Override
    public Embedding embed(String text) {
        var vector = known.get(text);
        return vector == null ? embedder.embed(text) : vector;
    }

    @Override
    public void close() {
        embedder.close();
    }
}
