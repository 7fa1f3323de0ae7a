package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foundups.twin.core.TwinException;

/// The records of a CSV file after its header. A quote that is never closed costs its own line
/// only: the lines after it are read again.
final class CsvRecords {
    private static final int RECORD_LINES = 2_000;
    private static final int RECORD_LENGTH = 256 * 1024;

    private final ByteLines lines;
    private final CsvHeader header;
    private final boolean backslashes;

    private CsvRecords(ByteLines lines, CsvHeader header, boolean backslashes) {
        this.lines = lines;
        this.header = header;
        this.backslashes = backslashes;
    }

    /// One record.
    sealed interface Found {
        /// Where it begins, counted from 1.
        long line();

        /// What it holds.
        ///
        /// @param values by bare name of their column
        record Values(long line, Map<String, String> values) implements Found {
            public Values {
                values = Map.copyOf(values);
            }
        }

        /// It cannot be used.
        record Unusable(long line, String reason) implements Found {}
    }

    /// Reads the header.
    ///
    /// @param backslashes whether a backslash before a quote makes it part of its field
    /// @throws TwinException VALIDATION if the first line is none
    static CsvRecords of(ByteLines lines, boolean backslashes) throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!(line.get() instanceof ByteLines.Line.Text(_, var text))) break;
            if (!text.isBlank()) return new CsvRecords(lines, CsvHeader.of(text), backslashes);
        }
        throw new TwinException(
                TwinException.Code.VALIDATION,
                "The first line of a CSV file names its columns; this one cannot be read.");
    }

    CsvHeader header() {
        return header;
    }

    /// The next record; empty at the end.
    Optional<Found> next() throws IOException {
        for (; ; ) {
            var line = lines.next();
            if (line.isEmpty()) return Optional.empty();
            switch (line.get()) {
                case ByteLines.Line.Unusable(var number, var reason) -> {
                    return Optional.of(new Found.Unusable(number, reason));
                }
                case ByteLines.Line.Text(var number, var text) -> {
                    if (!text.isBlank()) return Optional.of(record(number, text));
                }
            }
        }
    }

    /// A record that turns out malformed after its first line has a quote too many in that line:
    /// the others are given back.
    private Found record(long begin, String first) throws IOException {
        var record = new CsvRecord(header.separator(), backslashes);
        var taken = new ArrayList<ByteLines.Line>();
        var whole = record.feed(first);
        if (record.malformed())
            return new Found.Unusable(begin, "there is text after a closing quote");
        while (!whole) {
            var line = lines.next();
            line.ifPresent(taken::add);
            var text = line.flatMap(CsvRecords::text);
            if (text.isEmpty()
                    || taken.size() > RECORD_LINES
                    || record.length() + text.get().length() > RECORD_LENGTH)
                return neverClosed(begin, taken);
            whole = record.feed(text.get());
            if (record.malformed()) return neverClosed(begin, taken);
        }
        return row(begin, record.fields());
    }

    private static Optional<String> text(ByteLines.Line line) {
        return line instanceof ByteLines.Line.Text(_, var text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private Found neverClosed(long begin, List<ByteLines.Line> taken) {
        taken.reversed().forEach(lines::unread);
        return new Found.Unusable(begin, "a quote is opened and never closed");
    }

    private Found row(long begin, List<String> fields) {
        var columns = header.columns();
        if (fields.size() != columns.size())
            return new Found.Unusable(
                    begin, fields.size() + " fields, but the header names " + columns.size());
        var row = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++)
            row.putIfAbsent(Fields.bare(columns.get(i)), fields.get(i));
        return new Found.Values(begin, row);
    }
}
