package org.foundups.twin.drafter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where models lie, and whether what lies there is what it should be. A file whose hash was
/// checked once is not read again as long as its size and time are the same.
///
/// @param directory the cache's folder of models
record ModelFiles(Path directory) {
    /// Where the file is or will be.
    Path location(ModelEntry entry) {
        return entry.sources().stream()
                .filter(ModelSource.LocalPath.class::isInstance)
                .map(source -> Path.of(((ModelSource.LocalPath) source).path()))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(directory.resolve(entry.file()));
    }

    /// The file if it is complete and right.
    Optional<StoredModel> verified(ModelEntry entry, ProgressMeter meter) throws IOException {
        var file = location(entry);
        if (!hasSize(file, entry.bytes())) return Optional.empty();
        if (!stamped(entry, file)) {
            meter.begin(TransferProgress.Phase.CHECKING, 0);
            if (!Digests.sha256(file, meter::done).equals(entry.sha256())) return Optional.empty();
            stamp(entry, file);
        }
        return Optional.of(new StoredModel(entry, file));
    }

    /// Bytes of it that are here, whole or in part.
    long presentBytes(ModelEntry entry) throws IOException {
        var file = location(entry);
        return Files.isRegularFile(file) ? Files.size(file) : PartFile.lengthFor(file);
    }

    static boolean hasSize(Path file, long bytes) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == bytes;
    }

    private boolean stamped(ModelEntry entry, Path file) throws IOException {
        var stamp = stampFile(entry);
        return Files.exists(stamp) && Files.readString(stamp).equals(stampOf(entry, file));
    }

    void stamp(ModelEntry entry, Path file) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(stampFile(entry), stampOf(entry, file), StandardCharsets.UTF_8);
    }

    private Path stampFile(ModelEntry entry) {
        return directory.resolve(entry.name() + ".verified");
    }

    private static String stampOf(ModelEntry entry, Path file) throws IOException {
        return "%s %d %d %s\n"
                .formatted(
                        entry.sha256(),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toMillis(),
                        file.toAbsolutePath());
    }
}
