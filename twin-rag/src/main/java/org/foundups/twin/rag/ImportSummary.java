package org.foundups.twin.rag;

import java.util.List;

/// What became of a file.
///
/// @param format json, jsonl, csv or text, as it was read
/// @param encoding as it was read
/// @param rows how many there were: stored + unchanged + refused
/// @param errors why rows were refused, by line; the first 1,000
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

    /// A row that was not taken.
    ///
    /// @param line where it begins, counted from 1
    public record RowError(long line, String reason) {}
}
