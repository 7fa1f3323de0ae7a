package org.foundups.twin.rag;

import java.util.List;
import org.foundups.twin.rag.files.ImportRow;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.rag.routing.IndexedVideo;
import org.foundups.twin.rag.routing.Routing;

/// Where an import's findings go: into the memory, or nowhere on a dry run.
record Destination(Storing storing, Deciding deciding, Retaining retaining) {
    /// Takes documents.
    @FunctionalInterface
    interface Storing {
        /// One result for each, in their order.
        List<StoreResult> store(String persona, List<MemoryDocument> documents);
    }

    /// Decides where a video goes.
    @FunctionalInterface
    interface Deciding {
        Routing decide(String persona, IndexedVideo video);
    }

    /// Forgets what an older version of a track said.
    @FunctionalInterface
    interface Retaining {
        /// How many passages were forgotten.
        int retain(String persona, ImportRow.Whole track);
    }
}
