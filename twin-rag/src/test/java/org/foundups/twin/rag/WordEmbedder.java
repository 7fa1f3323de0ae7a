package org.foundups.twin.rag;

import java.util.Random;

/// Embeds without a model: every word has a fixed random direction, and a text is the sum of its
/// words. Texts sharing words are near, others are nearly at right angles.
final class WordEmbedder implements Embedder {
    private final EmbeddingModel model;

    private WordEmbedder(EmbeddingModel model) {
        this.model = model;
    }

    static WordEmbedder named(String id) {
        return new WordEmbedder(
                new EmbeddingModel(id, 64, new Calibration(12, 0.4), new Calibration(12, 0.4)));
    }

    @Override
    public Embedding embed(String text) {
        var sum = new float[model.dimensions()];
        sum[0] = 1e-3f;
        for (var term : MemoryAnalyzer.terms(text, 1_000)) {
            var direction = new Random(term.hashCode() * 31L + model.id().hashCode());
            for (int i = 0; i < sum.length; i++) sum[i] += (float) direction.nextGaussian();
        }
        return Embedding.normalised(sum);
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    @Override
    public void close() {}
}
