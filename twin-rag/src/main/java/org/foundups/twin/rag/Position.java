package org.foundups.twin.rag;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How far an index has followed the database, as it stands in every commit.
///
/// @param epoch which database
/// @param model whose vectors
/// @param sequence the last change taken in
record Position(UUID epoch, String model, long sequence) {
    /// Rises when fields or analysis change, so that older indexes are rebuilt.
    private static final String FORMAT = "2";

    Position at(long later) {
        return new Position(epoch, model, later);
    }

    Map<String, String> written() {
        return Map.of(
                "format",
                FORMAT,
                "epoch",
                epoch.toString(),
                "model",
                model,
                "sequence",
                Long.toString(sequence));
    }

    /// Reads what [#written] wrote.
    ///
    /// @return empty if the index is not one of this format
    static Optional<Position> read(Map<String, String> written) {
        var epoch = written.get("epoch");
        var model = written.get("model");
        var sequence = written.get("sequence");
        if (!FORMAT.equals(written.get("format"))
                || epoch == null
                || model == null
                || sequence == null) return Optional.empty();
        return Optional.of(new Position(UUID.fromString(epoch), model, Long.parseLong(sequence)));
    }

    /// Whether going on from here leads to the same memory.
    boolean follows(UUID otherEpoch, String otherModel, long lastSequence) {
        return epoch.equals(otherEpoch) && model.equals(otherModel) && sequence <= lastSequence;
    }
}
