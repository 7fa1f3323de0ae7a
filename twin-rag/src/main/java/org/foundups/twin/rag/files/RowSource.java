package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.Optional;

/// Reads a file row by row, never holding more than one row.
interface RowSource {
    /// The next row; empty at the end.
    Optional<ImportRow> next() throws IOException;
}
