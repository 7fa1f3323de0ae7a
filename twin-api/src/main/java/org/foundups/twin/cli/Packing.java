package org.foundups.twin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.foundups.twin.rag.files.Archive;

/// Packs a directory into one archive, so that it is imported as one job and its folders, which may
/// be channels, keep their names.
final class Packing {
    private Packing() {}

    /// What of a directory is worth packing, in the order of the names. Links are not followed.
    static List<Path> files(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> Archive.mayHoldWords(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    /// Packs files of a directory. The caller deletes the archive.
    ///
    /// @param progress told how many are packed
    static Path packed(Path directory, List<Path> files, Consumer<Integer> progress)
            throws IOException {
        var archive = Files.createTempFile("twin-import", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (int i = 0; i < files.size(); i++) {
                zip.putNextEntry(new ZipEntry(name(directory, files.get(i))));
                Files.copy(files.get(i), zip);
                zip.closeEntry();
                progress.accept(i + 1);
            }
            return archive;
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(archive);
            throw failure;
        }
    }

    /// Begins with the directory itself, which may be the channel.
    private static String name(Path directory, Path file) throws IOException {
        var real = directory.toRealPath();
        var top = real.getFileName() == null ? real : real.getFileName();
        var within = directory.relativize(file);
        return StreamSupport.stream(top.resolve(within).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
