package org.foundups.twin.rag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a file, or of the files of an archive.
///
/// @param format one of the formats' ids, as it was read; `zip` for an archive
/// @param encoding as it was read; of an archive UTF-8, which its names are in
/// @param rows how many there were: stored + unchanged + refused
/// @param errors why rows and files were refused, in their order; the first 1,000
/// @param stopped whether somebody stopped it before the end
/// @param notes what else is worth knowing, as sentences
public record ImportSummary(
        String format,
        String encoding,
        long rows,
        long stored,
        long unchanged,
        long refused,
        List<RowError> errors,
        boolean stopped,
        List<String> notes) {
    public ImportSummary {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /// A row that was not taken, or a file of an archive.
    ///
    /// @param file in the archive; null where the file itself was imported
    /// @param line where it begins, counted from 1; 0 if it is the file that was not taken
    public record RowError(@Nullable String file, long line, String reason) {}
}
