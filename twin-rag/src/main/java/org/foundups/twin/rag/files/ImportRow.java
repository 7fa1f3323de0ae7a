package org.foundups.twin.rag.files;

/// One row of a file.
public sealed interface ImportRow {
    /// Where it begins, counted from 1.
    long line();

    /// It could be read; whether it is stored, the rules say.
    record Accepted(long line, MemoryDocument document) implements ImportRow {}

    /// It could not be read.
    record Broken(long line, String reason) implements ImportRow {}
}
