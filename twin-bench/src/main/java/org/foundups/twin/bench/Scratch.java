package org.foundups.twin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A directory that is gone afterwards.
record Scratch(Path path) implements AutoCloseable {
    static Scratch directory() throws IOException {
        return new Scratch(Files.createTempDirectory("twin-bench"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
