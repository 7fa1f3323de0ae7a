package org.foundups.twin.rag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;

/// The directory of a node's index: numbered indexes below it, a file `current` naming the one in
/// use, and a lock that keeps a second process out.
final class IndexHome implements AutoCloseable {
    private final Path root;
    private final FileChannel lock;

    private IndexHome(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Takes the directory, made if need be.
    ///
    /// @throws TwinException CONFLICT if another process, or another memory of this one, uses it
    static IndexHome open(Path root) {
        try {
            Files.createDirectories(root);
            var channel =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw inUse(root);
            }
            return new IndexHome(root, channel);
        } catch (IOException failure) {
            throw new TwinException(
                    TwinException.Code.UNAVAILABLE,
                    "The memory index directory "
                            + root
                            + " cannot be used; check twin.rag.index-directory, its permissions and the free space.",
                    failure);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static TwinException inUse(Path root) {
        return new TwinException(
                TwinException.Code.CONFLICT,
                "The memory index in "
                        + root
                        + " is in use by another twin; stop that one, or give this one its own"
                        + " twin.rag.index-directory.");
    }

    /// The index in use; it may not exist, or be damaged.
    Path current() {
        try {
            var name = Files.readString(root.resolve("current"), StandardCharsets.UTF_8).strip();
            return name.matches("index-[0-9]{1,9}") ? root.resolve(name) : root.resolve("none");
        } catch (IOException missing) {
            return root.resolve("none");
        }
    }

    /// A place for a new index, with nothing in it.
    Path vacant() throws IOException {
        var highest = numbered().stream().mapToInt(IndexHome::number).max().orElse(0);
        return Files.createDirectories(root.resolve("index-" + (highest + 1)));
    }

    /// From now on the given index is the one in use, also after a crash at any moment.
    void use(Path index) throws IOException {
        var draft = root.resolve("current.new");
        try (var channel =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            channel.write(
                    StandardCharsets.UTF_8.encode(String.valueOf(index.getFileName()) + "\n"));
            channel.force(true);
        }
        Files.move(
                draft,
                root.resolve("current"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (var directory = FileChannel.open(root, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /// Removes every index but the one in use.
    void sweep() throws IOException {
        var current = current();
        for (var index : numbered()) {
            if (!index.equals(current)) delete(index);
        }
    }

    private List<Path> numbered() throws IOException {
        try (var entries = Files.list(root)) {
            return entries.filter(entry -> number(entry) >= 0).toList();
        }
    }

    private static int number(Path index) {
        var name = String.valueOf(index.getFileName());
        return name.matches("index-[0-9]{1,9}")
                ? Integer.parseInt(name.substring("index-".length()))
                : -1;
    }

    private static void delete(Path index) throws IOException {
        try (var below = Files.walk(index)) {
            for (var path : below.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
