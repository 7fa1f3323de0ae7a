package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.foundups.twin.core.TwinException;

/// The rows of a CSV file whose header names the fields of a document.
final class CsvRows implements RowSource {
    private final CsvRecords records;
    private final RowReading reading;

    private CsvRows(CsvRecords records, RowReading reading) {
        this.records = records;
        this.reading = reading;
    }

    /// Reads the header.
    ///
    /// @throws TwinException VALIDATION if the first line is none, or names no text
    static CsvRows of(ByteLines lines, RowReading reading) throws IOException {
        var records = CsvRecords.of(lines, false);
        records.header().checked();
        return new CsvRows(records, reading);
    }

    List<String> columns() {
        return records.header().columns();
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        return records.next()
                .map(found ->
                        switch (found) {
                            case CsvRecords.Found.Values(var line, var values) ->
                                    reading.row(line, values);
                            case CsvRecords.Found.Unusable(var line, var reason) ->
                                    new ImportRow.Broken(line, reason);
                        });
    }
}
