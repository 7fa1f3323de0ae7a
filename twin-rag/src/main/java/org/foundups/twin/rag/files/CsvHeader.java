package org.foundups.twin.rag.files;

import java.util.Arrays;
import java.util.List;
import org.foundups.twin.core.TwinException;

/// The first line of a CSV file: what separates its columns, and their names.
record CsvHeader(char separator, List<String> columns) {
    CsvHeader {
        columns = List.copyOf(columns);
    }

    /// The separator that gives the most columns; a comma for one column.
    static CsvHeader of(String line) {
        var best = split(line, ',');
        for (var separator : new char[] {';', '\t'}) {
            var other = split(line, separator);
            if (other.columns().size() > best.columns().size()) best = other;
        }
        return best;
    }

    private static CsvHeader split(String line, char separator) {
        var record = new CsvRecord(separator, false);
        if (!record.feed(line)) return new CsvHeader(separator, List.of());
        return new CsvHeader(separator, record.fields().stream().map(String::strip).toList());
    }

    /// Whether all these columns are there, in any spelling.
    boolean names(String... wanted) {
        var bare = columns.stream().map(Fields::bare).toList();
        return Arrays.stream(wanted).map(Fields::bare).allMatch(bare::contains);
    }

    static boolean looksLikeOne(String line) {
        return of(line).columns().stream().anyMatch(Fields::isText);
    }

    /// Checks that there is something to import.
    ///
    /// @throws TwinException VALIDATION if no column holds the text
    CsvHeader checked() {
        if (columns.stream().anyMatch(Fields::isText)) return this;
        throw new TwinException(
                TwinException.Code.VALIDATION,
                "The first line of a CSV file names its columns, and none is called text, content,"
                        + " reply, answer, comment or body.");
    }
}
