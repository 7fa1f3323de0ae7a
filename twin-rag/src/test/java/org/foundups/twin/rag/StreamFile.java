package org.foundups.twin.rag;

import java.io.InputStream;
import java.util.function.Supplier;
import org.foundups.twin.rag.files.SourceFile;

/// A file whose bytes are made while it is read.
record StreamFile(String name, Supplier<InputStream> bytes) implements SourceFile {
    @Override
    public InputStream open() {
        return bytes.get();
    }

    @Override
    public long size() {
        return 0;
    }
}
