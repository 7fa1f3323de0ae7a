package org.foundups.twin.rag.files;

import org.jspecify.annotations.Nullable;

/// One thing somebody said, as an archive keeps it.
sealed interface ArchiveItem {
    /// The creator said it.
    ///
    /// @param values what is known of it
    /// @param said the same as part of a thread
    /// @param thread under which others may ask for it; null if nobody can
    /// @param answers the thread in which to look for what it answered; null if it answered
    ///   nothing, or the values say what
    record Own(
            long line,
            RowValues values,
            Said said,
            @Nullable String thread,
            @Nullable String answers)
            implements ArchiveItem {}

    /// Somebody else said it: it is not stored, but the creator may have answered it.
    record Other(@Nullable String thread, Said said) implements ArchiveItem {}

    /// It could not be read.
    record Broken(long line, String reason) implements ArchiveItem {}
}
