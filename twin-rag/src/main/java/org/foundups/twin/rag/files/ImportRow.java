package org.foundups.twin.rag.files;

import java.util.Set;
import org.foundups.twin.rag.routing.IndexedVideo;

/// One row of a file.
public sealed interface ImportRow {
    /// Where it begins, counted from 1.
    long line();

    /// It could be read; whether it is stored, the rules say.
    record Accepted(long line, MemoryDocument document) implements ImportRow {}

    /// No row but the video of which the rows that follow are passages.
    record Video(long line, IndexedVideo video) implements ImportRow {}

    /// No row but the end of a transcript that was read without a fault: passages of the same track
    /// that are not among these were said by an older version of it.
    ///
    /// @param prefix of the source ids of the track
    /// @param ids source ids of its passages
    record Whole(long line, String videoId, String prefix, Set<String> ids) implements ImportRow {
        public Whole {
            ids = Set.copyOf(ids);
        }
    }

    /// It could not be read.
    record Broken(long line, String reason) implements ImportRow {}
}
