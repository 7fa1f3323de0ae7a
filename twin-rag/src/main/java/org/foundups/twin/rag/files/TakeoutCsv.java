package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.foundups.twin.core.TwinException;

/// A CSV file of Google Takeout: everything in it is by the account's owner.
final class TakeoutCsv implements ArchiveItems {
    private final CsvRecords records;
    private final TakeoutKind kind;
    private final String persona;
    private final LeftOut empty =
            new LeftOut("row without text was left out", "rows without text were left out");

    private TakeoutCsv(CsvRecords records, TakeoutKind kind, String persona) {
        this.records = records;
        this.kind = kind;
        this.persona = persona;
    }

    /// Reads the header.
    ///
    /// @throws TwinException VALIDATION if it is not that of the kind
    static TakeoutCsv of(InputStream text, TakeoutKind kind, String persona) throws IOException {
        var records = CsvRecords.of(new ByteLines(text), false);
        kind.check(records.header());
        return new TakeoutCsv(records, kind, persona);
    }

    @Override
    public Optional<ArchiveItem> next() throws IOException {
        for (var found = records.next(); found.isPresent(); found = records.next()) {
            switch (found.get()) {
                case CsvRecords.Found.Unusable(var line, var reason) -> {
                    return Optional.of(new ArchiveItem.Broken(line, reason));
                }
                case CsvRecords.Found.Values row -> {
                    if (!kind.text(row.values()).isBlank()) return Optional.of(item(row));
                    empty.add();
                }
            }
        }
        return Optional.empty();
    }

    private ArchiveItem item(CsvRecords.Found.Values row) {
        return TakeoutText.of(kind.text(row.values()))
                .map(text -> kind.comment(row.line(), row.values(), text).item(persona))
                .orElseGet(() ->
                        new ArchiveItem.Broken(row.line(), "its text is not as Takeout writes it"));
    }

    @Override
    public List<String> notes() {
        return LeftOut.notes(empty);
    }
}
