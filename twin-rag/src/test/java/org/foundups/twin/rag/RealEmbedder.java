package org.foundups.twin.rag;

/// The model that is delivered, loaded once for all tests.
final class RealEmbedder implements Embedder {
    private static final Embedder MODEL = OnnxEmbedder.open(2, null);

    @Override
    public Embedding embed(String text) {
        return MODEL.embed(text);
    }

    @Override
    public EmbeddingModel model() {
        return MODEL.model();
    }

    /// Others go on using it.
    @Override
    public void close() {}
}
