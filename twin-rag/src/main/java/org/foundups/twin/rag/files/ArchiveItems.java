package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// The things an archive's file holds, one after another.
interface ArchiveItems {
    /// The next one; empty at the end.
    Optional<ArchiveItem> next() throws IOException;

    /// What is worth knowing about the file as a whole, once it was read.
    List<String> notes();

    /// How a file is read from its beginning.
    interface Opening {
        ArchiveItems of(InputStream text) throws IOException;
    }
}
