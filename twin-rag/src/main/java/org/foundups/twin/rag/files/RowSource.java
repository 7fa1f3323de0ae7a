package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Reads a file row by row, never holding more than one row.
interface RowSource {
    /// The next row; empty at the end.
    Optional<ImportRow> next() throws IOException;

    /// What is worth knowing about the file as a whole, once it was read.
    default List<String> notes() {
        return List.of();
    }
}
