package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The rows of a JSON file.
final class JsonElements implements RowSource {
    private final JsonPieces pieces;
    private final JsonRow row;

    JsonElements(InputStream bytes, JsonRow row) {
        this.pieces = new JsonPieces(bytes, JsonPieces.Shape.ROWS);
        this.row = row;
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        return pieces.next()
                .map(piece ->
                        switch (piece) {
                            case JsonPieces.Piece.Json(var line, var text, _) ->
                                    row.read(line, text);
                            case JsonPieces.Piece.Unusable(var line, var reason) ->
                                    new ImportRow.Broken(line, reason);
                        });
    }
}
