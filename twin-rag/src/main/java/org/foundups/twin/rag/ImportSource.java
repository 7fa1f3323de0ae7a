package org.foundups.twin.rag;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file being imported: what it is, and its rows one after another.
///
/// @param unknown names of fields that mean nothing here, as far as they were met
record ImportSource(FileFormat format, TextEncoding encoding, RowSource rows, Set<String> unknown) {
    /// How much is looked at to find out what a file is.
    private static final int HEAD = 64 * 1024;

    /// Looks at the beginning of a file.
    ///
    /// @throws org.foundups.twin.core.TwinException VALIDATION if it cannot be read as what it is
    ///   said to be
    static ImportSource of(InputStream bytes, String name, ImportOptions options)
            throws IOException {
        var source = new BufferedInputStream(bytes, HEAD);
        source.mark(HEAD);
        var head = source.readNBytes(HEAD);
        source.reset();
        var encoding = TextEncoding.of(head, options.encoding());
        source.skipNBytes(encoding.markLength());
        var beginning = encoding.beginning(head);
        var format = FileFormat.of(options.format(), name, beginning);
        Set<String> unknown = new LinkedHashSet<>();
        var text = encoding.utf8() ? source : new Utf8Stream(source, encoding.charset());
        var nothing = beginning.isBlank() && head.length < HEAD;
        var rows = nothing ? (RowSource) Optional::empty : rows(format, text, options, unknown);
        return new ImportSource(format, encoding, rows, unknown);
    }

    private static RowSource rows(
            FileFormat format, InputStream text, ImportOptions options, Set<String> unknown)
            throws IOException {
        var reading = new RowReading(options);
        return switch (format) {
            case JSON -> new JsonElements(text, new JsonRow(reading, unknown));
            case JSONL -> new JsonLines(new ByteLines(text), new JsonRow(reading, unknown));
            case TEXT -> new Paragraphs(new ByteLines(text), reading);
            case CSV -> {
                var csv = CsvRows.of(new ByteLines(text), reading);
                unknown.addAll(Fields.unknown(csv.columns()));
                yield csv;
            }
        };
    }

    /// The next row. Where the file's encoding is not UTF-8, its malformed bytes show as U+FFFD.
    Optional<ImportRow> next() throws IOException {
        return encoding.utf8() ? rows.next() : rows.next().map(this::wellFormed);
    }

    private ImportRow wellFormed(ImportRow row) {
        return switch (row) {
            case ImportRow.Broken broken -> broken;
            case ImportRow.Accepted(var line, var document) ->
                    garbled(document.text()) || garbled(document.inReplyTo())
                            ? new ImportRow.Broken(
                                    line, "holds bytes that are not " + encoding.id())
                            : row;
        };
    }

    private static boolean garbled(@Nullable String text) {
        return text != null && text.indexOf('\uFFFD') >= 0;
    }

    /// What is worth knowing about the file as a whole, once it was read.
    List<String> notes() {
        var notes = new ArrayList<String>();
        if (!unknown.isEmpty())
            notes.add("Fields that mean nothing here were left out: " + shown(unknown) + ".");
        return notes;
    }

    private static String shown(Set<String> names) {
        var shown = names.stream().limit(10).map(ImportSource::printable).toList();
        return String.join(", ", shown) + (names.size() > shown.size() ? ", …" : "");
    }

    private static String printable(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N} ._-]", "?");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }
}
