package org.foundups.twin.rag;

/// What made a vector, and how its cosines are to be read.
///
/// @param id stored with every vector; vectors of different ids are never compared
/// @param passages how likely a passage is about what was asked
/// @param topics how likely a text is about a topic named by a short phrase
public record EmbeddingModel(String id, int dimensions, Calibration passages, Calibration topics) {
    public EmbeddingModel {
        if (id.isBlank()) throw new IllegalArgumentException("an embedding model has an id");
        if (dimensions < 1) throw new IllegalArgumentException("dimensions is below 1");
    }
}
