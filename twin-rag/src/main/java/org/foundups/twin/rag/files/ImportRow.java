package org.foundups.twin.rag.files;

import org.foundups.twin.rag.routing.IndexedVideo;

/// One row of a file.
public sealed interface ImportRow {
    /// Where it begins, counted from 1.
    long line();

    /// It could be read; whether it is stored, the rules say.
    record Accepted(long line, MemoryDocument document) implements ImportRow {}

    /// No row but the video of which the rows that follow are passages.
    record Video(long line, IndexedVideo video) implements ImportRow {}

    /// It could not be read.
    record Broken(long line, String reason) implements ImportRow {}
}
