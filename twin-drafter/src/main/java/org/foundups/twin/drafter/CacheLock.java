package org.foundups.twin.drafter;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets one process (and one thread of it) at a time work on a file of the cache. The lock goes
/// with the process that holds it.
record CacheLock(FileChannel channel, FileLock lock) implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    /// Waits until the lock is free.
    ///
    /// @param waiting called once if somebody else has it
    static CacheLock on(Path file, Runnable waiting) throws IOException, InterruptedException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = tryLock(channel);
            if (lock == null) waiting.run();
            while (lock == null) {
                pause();
                lock = tryLock(channel);
            }
            return new CacheLock(channel, lock);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException anotherThread) {
            return null;
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
