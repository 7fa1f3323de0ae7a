package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Plain text: every paragraph is a document, paragraphs stand apart by blank lines.
final class Paragraphs implements RowSource {
    private final ByteLines lines;
    private final RowReading reading;

    Paragraphs(ByteLines lines, RowReading reading) {
        this.lines = lines;
        this.reading = reading;
    }

    /// A paragraph with an unusable line is refused whole: half of it would say something else.
    @Override
    public Optional<ImportRow> next() throws IOException {
        long begin = 0;
        var text = new StringBuilder();
        Optional<ImportRow> broken = Optional.empty();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            switch (line.get()) {
                case ByteLines.Line.Unusable(var number, var reason) -> {
                    if (begin == 0) begin = number;
                    if (broken.isEmpty())
                        broken = Optional.of(new ImportRow.Broken(number, reason));
                }
                case ByteLines.Line.Text(var number, var words) -> {
                    if (words.isBlank() && begin > 0) return paragraph(begin, text, broken);
                    if (words.isBlank()) continue;
                    if (begin == 0) begin = number;
                    if (text.length() < ByteLines.LIMIT) text.append(words).append('\n');
                }
            }
        }
        return begin == 0 ? Optional.empty() : paragraph(begin, text, broken);
    }

    private Optional<ImportRow> paragraph(
            long begin, StringBuilder text, Optional<ImportRow> broken) {
        return broken.isPresent()
                ? broken
                : Optional.of(reading.row(begin, Map.of("text", text.toString().strip())));
    }
}
