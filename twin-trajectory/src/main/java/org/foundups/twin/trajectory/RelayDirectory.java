package org.foundups.twin.trajectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A directory that one relay has for itself, among all processes of this machine.
final class RelayDirectory implements AutoCloseable {
    /// A lock on a file keeps out other processes only. Worse, whoever in this process opens the
    /// file to try, and closes it, gives the lock away (POSIX); so nobody here may even try.
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private RelayDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Takes a directory, which is made if need be.
    ///
    /// @throws IllegalStateException if another relay has it
    /// @throws UncheckedIOException if it cannot be used
    static RelayDirectory take(Path directory) {
        try {
            Files.createDirectories(directory);
            var path = directory.toRealPath();
            if (!TAKEN.add(path)) throw taken(directory);
            try {
                return locked(path);
            } catch (IOException | RuntimeException failure) {
                TAKEN.remove(path);
                throw failure;
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "The directory " + directory + " cannot be used.", unusable);
        }
    }

    private static RelayDirectory locked(Path path) throws IOException {
        var file =
                FileChannel.open(
                        path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() != null) return new RelayDirectory(path, file);
        file.close();
        throw taken(path);
    }

    private static IllegalStateException taken(Path directory) {
        return new IllegalStateException(
                "Another twin writes the trajectories in " + directory + ".");
    }

    JsonlFile file(Kind kind) {
        return new JsonlFile(path.resolve(kind.id() + ".jsonl"));
    }

    @Override
    public void close() throws IOException {
        try {
            lock.close();
        } finally {
            TAKEN.remove(path);
        }
    }
}
