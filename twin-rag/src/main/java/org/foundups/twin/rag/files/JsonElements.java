package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of a JSON file: the elements of a list, of a list within an object (`{"comments":
/// […]}`), or objects one after another. They are cut apart before they are parsed, so that a
/// broken or enormous one does not stop the others.
final class JsonElements implements RowSource {
    private final JsonBytes bytes;
    private final JsonRow row;
    private Place place = Place.TOP;
    private @Nullable JsonScan object;

    private enum Place {
        TOP,
        OBJECT,
        LIST,
        END
    }

    JsonElements(InputStream bytes, JsonRow row) {
        this.bytes = new JsonBytes(bytes);
        this.row = row;
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        while (place != Place.END) {
            bytes.skipBlanks();
            var found =
                    switch (place) {
                        case TOP -> atTop();
                        case OBJECT -> inObject();
                        case LIST -> inList();
                        case END -> Optional.<ImportRow>empty();
                    };
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<ImportRow> atTop() throws IOException {
        var line = bytes.line();
        switch (bytes.peek()) {
            case -1 -> place = Place.END;
            case '[' -> {
                bytes.take();
                place = Place.LIST;
            }
            case '{' -> place = Place.OBJECT;
            default -> {
                bytes.skipLine();
                return broken(line, "neither a JSON list nor a JSON object begins here");
            }
        }
        return Optional.empty();
    }

    private Optional<ImportRow> inObject() throws IOException {
        if (object == null) object = new JsonScan(bytes.line(), bytes.column(), true);
        var whole = object;
        if (through(whole) == JsonScan.Step.ROWS) {
            place = Place.LIST;
            return Optional.empty();
        }
        object = null;
        place = Place.TOP;
        return whole.holdsRows() && whole.fault() == null ? Optional.empty() : row(whole);
    }

    private Optional<ImportRow> inList() throws IOException {
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
                var element = new JsonScan(bytes.line(), bytes.column(), false);
                through(element);
                yield row(element);
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

    private Optional<ImportRow> row(JsonScan scan) {
        var fault = scan.fault();
        if (fault != null) return broken(scan.line(), fault);
        try {
            return Optional.of(row.read(scan.line(), TextEncoding.utf8(scan.json())));
        } catch (CharacterCodingException notUtf8) {
            return broken(scan.line(), TextEncoding.fault(scan.json()));
        }
    }

    private static Optional<ImportRow> broken(long line, String reason) {
        return Optional.of(new ImportRow.Broken(line, reason));
    }
}
