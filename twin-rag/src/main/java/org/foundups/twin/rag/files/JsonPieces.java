package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pieces of a JSON file that are rows: the elements of a list, of a list within an object
/// (`{"comments": […]}`), or objects one after another. They are cut apart before they are parsed,
/// so that a broken or enormous one does not stop the others.
final class JsonPieces {
    private final JsonBytes bytes;
    private final Shape shape;
    private final Set<String> lists;
    private Place place = Place.TOP;
    private @Nullable JsonScan object;
    private boolean withinList;

    /// One row, not yet parsed.
    sealed interface Piece {
        /// Where it begins, counted from 1.
        long line();

        /// It can be parsed, or at least tried.
        ///
        /// @param alone whether it stands in no list
        record Json(long line, String text, boolean alone) implements Piece {}

        /// It cannot be used.
        record Unusable(long line, String reason) implements Piece {}
    }

    /// What may stand around the rows.
    enum Shape {
        /// A list, or an object that holds one.
        ROWS,
        /// Also a list of such objects, as answers of an interface are kept.
        RESPONSES,
        /// Also an assignment before the list, as in a script.
        SCRIPT
    }

    private enum Place {
        TOP,
        OBJECT,
        LIST,
        END
    }

    JsonPieces(InputStream bytes, Shape shape) {
        this(bytes, shape, JsonRow.LISTS);
    }

    /// @param lists bare names under which an object may hold all pieces
    JsonPieces(InputStream bytes, Shape shape, Set<String> lists) {
        this.bytes = new JsonBytes(bytes);
        this.shape = shape;
        this.lists = lists;
    }

    /// Whether the file was read to its end.
    boolean ended() throws IOException {
        return bytes.peek() < 0;
    }

    /// The next piece; empty at the end.
    Optional<Piece> next() throws IOException {
        while (place != Place.END) {
            bytes.skipBlanks();
            var found =
                    switch (place) {
                        case TOP -> atTop();
                        case OBJECT -> inObject();
                        case LIST -> inList();
                        case END -> Optional.<Piece>empty();
                    };
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<Piece> atTop() throws IOException {
        var line = bytes.line();
        switch (bytes.peek()) {
            case -1 -> place = Place.END;
            case '[' -> {
                bytes.take();
                place = Place.LIST;
            }
            case '{' -> place = Place.OBJECT;
            default -> {
                if (shape == Shape.SCRIPT && assignment()) return Optional.empty();
                bytes.skipLine();
                return broken(line, "neither a JSON list nor a JSON object begins here");
            }
        }
        return Optional.empty();
    }

    /// Goes over `name =` up to the value, and over the semicolon after one.
    private boolean assignment() throws IOException {
        if (bytes.peek() == ';') {
            bytes.take();
            return true;
        }
        while (bytes.peek() >= 0 && "=\n[{".indexOf(bytes.peek()) < 0) bytes.take();
        if (bytes.peek() != '=') return false;
        bytes.take();
        return true;
    }

    private Optional<Piece> inObject() throws IOException {
        if (object == null) object = new JsonScan(bytes.line(), bytes.column(), lists);
        var whole = object;
        if (through(whole) == JsonScan.Step.ROWS) {
            place = Place.LIST;
            return Optional.empty();
        }
        object = null;
        place = withinList ? Place.LIST : Place.TOP;
        withinList = false;
        return whole.holdsRows() && whole.fault() == null ? Optional.empty() : piece(whole, true);
    }

    private Optional<Piece> inList() throws IOException {
        return switch (bytes.peek()) {
            case -1 -> {
                place = Place.END;
                yield broken(
                        bytes.line(),
                        "the file ends before its list is closed; it may have been cut off");
            }
            case ']' -> {
                bytes.take();
                place = object == null ? Place.TOP : Place.OBJECT;
                yield Optional.empty();
            }
            case ',' -> {
                bytes.take();
                yield Optional.empty();
            }
            default -> {
                var nested = shape == Shape.RESPONSES && object == null;
                var element = new JsonScan(bytes.line(), bytes.column(), nested ? lists : Set.of());
                if (through(element) == JsonScan.Step.ROWS) {
                    object = element;
                    withinList = true;
                    yield Optional.empty();
                }
                yield piece(element, false);
            }
        };
    }

    private JsonScan.Step through(JsonScan scan) throws IOException {
        for (; ; ) {
            var indentation = bytes.beginsLine() ? bytes.column() : Integer.MAX_VALUE;
            var step = scan.sees(bytes.peek(), indentation);
            if (step != JsonScan.Step.BEFORE) bytes.take();
            if (step != JsonScan.Step.INSIDE) return step;
        }
    }

    private static Optional<Piece> piece(JsonScan scan, boolean alone) {
        var fault = scan.fault();
        if (fault != null) return broken(scan.line(), fault);
        try {
            return Optional.of(new Piece.Json(scan.line(), TextEncoding.utf8(scan.json()), alone));
        } catch (CharacterCodingException notUtf8) {
            return broken(scan.line(), TextEncoding.fault(scan.json()));
        }
    }

    private static Optional<Piece> broken(long line, String reason) {
        return Optional.of(new Piece.Unusable(line, reason));
    }
}
