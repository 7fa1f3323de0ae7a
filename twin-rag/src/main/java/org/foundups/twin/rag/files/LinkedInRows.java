package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.foundups.twin.core.TwinException;

/// The comments or posts of a LinkedIn export: everything in it is by the member who asked for it.
final class LinkedInRows implements RowSource {
    private final CsvRecords records;
    private final LinkedInKind kind;
    private final String persona;
    private final RowReading reading;
    private final LeftOut empty =
            new LeftOut(
                    "row without text, as of a picture or a repost, was left out",
                    "rows without text, as of pictures or reposts, were left out");

    private LinkedInRows(
            CsvRecords records, LinkedInKind kind, String persona, RowReading reading) {
        this.records = records;
        this.kind = kind;
        this.persona = persona;
        this.reading = reading;
    }

    /// Reads the header.
    ///
    /// @throws TwinException VALIDATION if it is not that of the kind
    static LinkedInRows of(InputStream text, LinkedInKind kind, String persona, RowReading reading)
            throws IOException {
        var records = CsvRecords.of(new ByteLines(text), kind.backslashes());
        kind.check(records.header());
        return new LinkedInRows(records, kind, persona, reading);
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        for (var found = records.next(); found.isPresent(); found = records.next()) {
            switch (found.get()) {
                case CsvRecords.Found.Unusable(var line, var reason) -> {
                    return Optional.of(new ImportRow.Broken(line, reason));
                }
                case CsvRecords.Found.Values(var line, var row) -> {
                    if (!kind.text(row).isEmpty())
                        return Optional.of(reading.row(line, kind.values(row, persona).byName()));
                    empty.add();
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> notes() {
        return LeftOut.notes(empty);
    }
}
