package org.foundups.twin.drafter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Looks at and clears working directories.
final class Folders {
    private Folders() {}

    /// Bytes of all files below a directory. Files that vanish meanwhile count nothing.
    static long size(Path directory) {
        return files(directory).stream().mapToLong(Folders::sizeOf).sum();
    }

    static List<Path> files(Path directory) {
        try (var below = Files.walk(directory)) {
            return below.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException changing) {
            return List.of();
        }
    }

    /// Empty and there.
    static Path fresh(Path directory) throws IOException {
        delete(directory);
        return Files.createDirectories(directory);
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (var below = Files.walk(directory)) {
            for (var path : below.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
