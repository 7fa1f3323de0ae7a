package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The cues of a JSON file, which stand in a list of a known name.
final class JsonCues implements CueSource {
    /// Python writes NaN for a confidence it does not have.
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final JsonPieces pieces;
    private final Set<String> lists;
    private final Element element;
    private boolean ended;

    /// What an element of the list says.
    @FunctionalInterface
    interface Element {
        /// Reads one element.
        ///
        /// @return empty if it says nothing
        Optional<Heard> read(long line, JsonNode element);
    }

    /// @param lists bare names of the list of cues
    JsonCues(InputStream bytes, Set<String> lists, Element element) {
        this.pieces = new JsonPieces(bytes, JsonPieces.Shape.ROWS, lists);
        this.lists = lists;
        this.element = element;
    }

    @Override
    public Optional<Heard> next() throws IOException {
        while (!ended) {
            var piece = pieces.next();
            if (piece.isEmpty()) return Optional.empty();
            var heard = heard(piece.get());
            if (heard.isPresent()) return heard;
        }
        return Optional.empty();
    }

    /// A file that ends within an element has nothing more to say, not even that its list is open.
    private Optional<Heard> heard(JsonPieces.Piece piece) throws IOException {
        return switch (piece) {
            case JsonPieces.Piece.Json(var line, var text, var alone) ->
                    alone
                            ? broken(
                                    line,
                                    "an object without a list called " + String.join(" or ", lists))
                            : parsed(line, text);
            case JsonPieces.Piece.Unusable(var line, var reason) -> {
                ended = pieces.ended();
                yield broken(line, reason);
            }
        };
    }

    private Optional<Heard> parsed(long line, String json) {
        try {
            var node = MAPPER.readTree(json);
            return node.isObject() ? element.read(line, node) : broken(line, "not a JSON object");
        } catch (JacksonException failure) {
            return broken(line, JsonRow.fault(failure));
        }
    }

    static Optional<Heard> broken(long line, String reason) {
        return Optional.of(new Heard.Broken(line, reason));
    }

    static Optional<Heard> spoken(Cue cue) {
        return Optional.of(new Heard.Spoken(cue));
    }
}
