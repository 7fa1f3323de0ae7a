package org.foundups.twin.rag;

/// Turns a text into a vector. Any number of threads may ask at once.
public interface Embedder extends AutoCloseable {
    /// Embeds one text.
    ///
    /// @param text anything; what goes beyond the model's window is left out
    /// @return the same for the same text, whatever else is embedded at the time
    /// @throws org.foundups.twin.core.TwinException of kind OUTSIDE if the model fails, of kind
    ///   CAPACITY if too many ask: a failure is never a vector
    Embedding embed(String text);

    /// The model behind it; its id goes with every vector.
    EmbeddingModel model();

    @Override
    void close();
}
