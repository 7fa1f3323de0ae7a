package org.foundups.twin.rag;

import java.util.LinkedHashMap;
import java.util.Map;

/// Vectors of phrases that come up again and again, such as a persona's topics.
final class PhraseVectors {
    private static final int KEPT = 1_000;

    private final Embedder embedder;
    private final Map<String, Embedding> recent =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
                    return size() > KEPT;
                }
            };

    PhraseVectors(Embedder embedder) {
        this.embedder = embedder;
    }

    Embedding of(String phrase) {
        synchronized (recent) {
            var known = recent.get(phrase);
            if (known != null) return known;
        }
        var embedding = embedder.embed(phrase);
        synchronized (recent) {
            recent.put(phrase, embedding);
        }
        return embedding;
    }
}
