package org.foundups.twin.rag.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;

/// A file being imported: what it is, and its rows one after another.
public final class ImportSource implements AutoCloseable {
    /// How much is looked at to find out what a file is.
    private static final int HEAD = 64 * 1024;

    private final String name;
    private final FileFormat format;
    private final TextEncoding encoding;
    private final CountingStream bytes;
    private final RowSource rows;
    private final Set<String> unknown;

    private ImportSource(
            String name,
            FileFormat format,
            TextEncoding encoding,
            CountingStream bytes,
            RowSource rows,
            Set<String> unknown) {
        this.name = name;
        this.format = format;
        this.encoding = encoding;
        this.bytes = bytes;
        this.rows = rows;
        this.unknown = unknown;
    }

    /// Opens a file and looks at its beginning.
    ///
    /// @throws TwinException VALIDATION if it cannot be read as what it is said to be
    public static ImportSource of(SourceFile file, ImportOptions options) throws IOException {
        var bytes = new CountingStream(file.open());
        try {
            return of(bytes, file, options);
        } catch (IOException | RuntimeException failure) {
            bytes.close();
            throw failure;
        }
    }

    private static ImportSource of(CountingStream bytes, SourceFile file, ImportOptions options)
            throws IOException {
        var source = new BufferedInputStream(bytes, HEAD);
        source.mark(HEAD);
        var head = source.readNBytes(HEAD);
        source.reset();
        var encoding = TextEncoding.of(head, options.encoding());
        source.skipNBytes(encoding.markLength());
        var beginning =
                new Beginning(
                        file.fileName().toLowerCase(Locale.ROOT),
                        encoding.beginning(head),
                        head.length < HEAD);
        var format = FileFormat.named(options.format()).orElseGet(() -> Detection.of(beginning));
        Set<String> unknown = new LinkedHashSet<>();
        var text = encoding.utf8() ? source : new Utf8Stream(source, encoding.charset());
        var nothing = beginning.head().isBlank() && beginning.whole();
        var rows =
                nothing
                        ? (RowSource) Optional::empty
                        : rows(format, text, new SourceText(file, encoding), options, unknown);
        return new ImportSource(file.name(), format, encoding, bytes, rows, unknown);
    }

    private static RowSource rows(
            FileFormat format,
            InputStream text,
            SourceText again,
            ImportOptions options,
            Set<String> unknown)
            throws IOException {
        var reading = new RowReading(options);
        var persona = options.persona();
        return switch (format) {
            case JSON -> new JsonElements(text, new JsonRow(reading, unknown));
            case JSONL -> new JsonLines(new ByteLines(text), new JsonRow(reading, unknown));
            case TEXT -> new Paragraphs(new ByteLines(text), reading);
            case CSV -> {
                var csv = CsvRows.of(new ByteLines(text), reading);
                unknown.addAll(Fields.unknown(csv.columns()));
                yield csv;
            }
            case VIDEO_INDEX -> VideoRows.read(text, again.file(), options);
            case SRT, VTT, WHISPER, JSON3, TTML ->
                    Transcripts.rows(format, text, again.file(), options);
            case MARKDOWN -> MarkdownRows.of(new ByteLines(text), again.file(), options, reading);
            case LINKEDIN_COMMENTS ->
                    LinkedInRows.of(text, LinkedInKind.COMMENTS, persona, reading);
            case LINKEDIN_SHARES -> LinkedInRows.of(text, LinkedInKind.SHARES, persona, reading);
            case YOUTUBE_COMMENTS ->
                    ArchiveRows.of(text, again, all -> new YoutubeItems(all, options), reading);
            case TAKEOUT_COMMENTS ->
                    ArchiveRows.of(
                            text, again, new Takeout(TakeoutKind.COMMENTS, persona), reading);
            case TAKEOUT_LIVE_CHAT ->
                    ArchiveRows.of(
                            text, again, new Takeout(TakeoutKind.LIVE_CHAT, persona), reading);
            case X_TWEETS ->
                    ArchiveRows.of(text, again, all -> new TweetItems(all, persona), reading);
        };
    }

    /// As what the file is read.
    public FileFormat format() {
        return format;
    }

    /// The name of the encoding in which it is read.
    public String encoding() {
        return encoding.id();
    }

    /// How many bytes of the file were read.
    public long bytesRead() {
        return bytes.count();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /// The next row. Where the file's encoding is not UTF-8, its malformed bytes show as U+FFFD.
    public Optional<ImportRow> next() throws IOException {
        return rows.next().map(this::named).map(row -> encoding.utf8() ? row : wellFormed(row));
    }

    private ImportRow named(ImportRow row) {
        return switch (row) {
            case ImportRow.Broken _, ImportRow.Video _, ImportRow.Whole _ -> row;
            case ImportRow.Accepted(var line, var document) ->
                    new ImportRow.Accepted(line, document.from(name));
        };
    }

    private ImportRow wellFormed(ImportRow row) {
        return switch (row) {
            case ImportRow.Broken _, ImportRow.Video _, ImportRow.Whole _ -> row;
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
    public List<String> notes() {
        var notes = new ArrayList<String>();
        if (!unknown.isEmpty())
            notes.add("Fields that mean nothing here were left out: " + shown(unknown) + ".");
        notes.addAll(rows.notes());
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
