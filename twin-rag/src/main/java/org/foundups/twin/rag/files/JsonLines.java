package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.Optional;

/// One JSON object a line.
final class JsonLines implements RowSource {
    private final ByteLines lines;
    private final JsonRow row;

    JsonLines(ByteLines lines, JsonRow row) {
        this.lines = lines;
        this.row = row;
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        for (; ; ) {
            var line = lines.next();
            if (line.isEmpty()) return Optional.empty();
            switch (line.get()) {
                case ByteLines.Line.Unusable(var number, var reason) -> {
                    return Optional.of(new ImportRow.Broken(number, reason));
                }
                case ByteLines.Line.Text(var number, var text) -> {
                    if (!text.isBlank()) return Optional.of(row.read(number, text));
                }
            }
        }
    }
}
