package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// All rows of a file but the ends of transcripts, read into a list: texts and faults by line.
record ReadRows(ImportSource source, List<ImportRow> rows) {
    static ReadRows of(String format, String content) {
        return of(ImportOptions.of("012", format), content.getBytes(StandardCharsets.UTF_8));
    }

    static ReadRows of(ImportOptions options, byte[] content) {
        return named("upload", options, content);
    }

    static ReadRows named(String name, ImportOptions options, byte[] content) {
        try {
            var source = ImportSource.of(SourceFile.of(name, content), options);
            var rows = new ArrayList<ImportRow>();
            for (var row = source.next(); row.isPresent(); row = source.next()) {
                if (!(row.get() instanceof ImportRow.Whole)) rows.add(row.get());
            }
            return new ReadRows(source, List.copyOf(rows));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    List<MemoryDocument> documents() {
        return rows.stream()
                .filter(ImportRow.Accepted.class::isInstance)
                .map(row -> ((ImportRow.Accepted) row).document())
                .toList();
    }

    MemoryDocument only() {
        if (rows.size() != 1) throw new AssertionError("not one row but " + rows);
        return documents().getFirst();
    }

    List<String> texts() {
        return documents().stream()
                .map(document -> Objects.requireNonNullElse(document.text(), ""))
                .toList();
    }

    /// As `line: reason`.
    List<String> faults() {
        return rows.stream()
                .filter(ImportRow.Broken.class::isInstance)
                .map(row -> (ImportRow.Broken) row)
                .map(broken -> broken.line() + ": " + broken.reason())
                .toList();
    }

    List<Long> lines() {
        return rows.stream().map(ImportRow::line).toList();
    }
}
