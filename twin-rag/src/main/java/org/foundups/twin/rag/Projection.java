package org.foundups.twin.rag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.foundups.twin.core.TwinException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node's index as a projection of the database: it follows the change sequence, and is made
/// anew when it is lost, damaged, of another database or of another model.
final class Projection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final int PAGE = 500;

    private final IndexHome home;
    private final MemoryTable table;
    private final String model;
    private final ReentrantLock following = new ReentrantLock();
    private final ReentrantLock rebuilding = new ReentrantLock();
    private volatile MemoryIndex index;

    private Projection(IndexHome home, MemoryTable table, String model, MemoryIndex index) {
        this.home = home;
        this.table = table;
        this.model = model;
        this.index = index;
    }

    /// Level with the database when it returns.
    ///
    /// @throws TwinException CONFLICT if another process uses the directory
    static Projection open(IndexHome home, MemoryTable table, String model) {
        try {
            var usable = usable(home, table, model);
            var index = usable.isPresent() ? usable.get() : made(home, table, model);
            var projection = new Projection(home, table, model, index);
            projection.catchUp();
            home.sweep();
            return projection;
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    private static Optional<MemoryIndex> usable(IndexHome home, MemoryTable table, String model)
            throws IOException {
        Optional<MemoryIndex> found;
        try {
            found = MemoryIndex.reopen(home.current());
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.info("There is no usable memory index ({}); making one", damaged.toString());
            return Optional.empty();
        }
        if (found.isEmpty()) return found;
        var last = table.lastSequence();
        if (found.get().position().follows(table.epoch(), model, last)) return found;
        LOG.info("The memory index belongs to another database or model; making one anew");
        found.get().close();
        return Optional.empty();
    }

    private static MemoryIndex made(IndexHome home, MemoryTable table, String model)
            throws IOException {
        var path = home.vacant();
        var index = MemoryIndex.create(path, new Position(table.epoch(), model, 0));
        home.use(path);
        return index;
    }

    /// Takes in everything committed before the call.
    void catchUp() {
        following.lock();
        try {
            follow(index);
        } catch (IOException | AlreadyClosedException failure) {
            LOG.warn("The memory index is damaged and made anew: {}", failure.toString());
            replaceDamaged();
        } finally {
            following.unlock();
        }
    }

    private void follow(MemoryIndex follower) throws IOException {
        for (; ; ) {
            var changes = table.changesAfter(follower.position().sequence(), PAGE, model);
            follower.apply(changes);
            if (changes.size() < PAGE) return;
        }
    }

    private void replaceDamaged() {
        try {
            switchTo(made(home, table, model));
            follow(index);
        } catch (IOException | AlreadyClosedException failure) {
            throw broken(failure);
        }
    }

    /// Makes the index anew beside the one in use, then changes over. Searching goes on meanwhile.
    ///
    /// @throws TwinException CONFLICT if a rebuild is running
    /// @return false if it was stopped
    boolean rebuild(ImportProgress progress, long total) {
        if (!rebuilding.tryLock())
            throw new TwinException(
                    TwinException.Code.CONFLICT,
                    "The memory is being rebuilt already; wait for that to end.");
        try {
            return rebuildAlone(progress, total);
        } catch (IOException failure) {
            throw broken(failure);
        } finally {
            rebuilding.unlock();
        }
    }

    private boolean rebuildAlone(ImportProgress progress, long total) throws IOException {
        var path = home.vacant();
        var fresh = MemoryIndex.create(path, new Position(table.epoch(), model, 0));
        var used = false;
        try {
            if (!filled(fresh, progress, total)) return false;
            fresh.compact();
            used = changedOver(path, fresh);
            return true;
        } finally {
            if (!used) fresh.close();
            home.sweep();
        }
    }

    private boolean changedOver(Path path, MemoryIndex fresh) throws IOException {
        following.lock();
        try {
            follow(fresh);
            fresh.commit();
            home.use(path);
            switchTo(fresh);
            return true;
        } finally {
            following.unlock();
        }
    }

    private boolean filled(MemoryIndex fresh, ImportProgress progress, long total)
            throws IOException {
        long done = 0;
        for (; ; ) {
            if (!progress.goOn()) return false;
            var changes = table.changesAfter(fresh.position().sequence(), PAGE, model);
            fresh.apply(changes);
            done += changes.size();
            progress.at(new ImportProgress.Standing(done, Math.max(total, done), 0, 0, 0));
            if (changes.size() < PAGE) return true;
        }
    }

    private void switchTo(MemoryIndex fresh) {
        var old = index;
        index = fresh;
        try {
            old.close();
        } catch (IOException | AlreadyClosedException failure) {
            LOG.info("The index given up did not close cleanly: {}", failure.toString());
        }
    }

    /// Puts a question to the index in use.
    ///
    /// @throws TwinException of kind OUTSIDE if the index cannot be read
    <T> T read(MemoryIndex.Reading<T> reading) {
        for (; ; ) {
            var current = index;
            try {
                return current.read(reading);
            } catch (AlreadyClosedException closed) {
                if (current == index) throw broken(closed);
            } catch (IOException failure) {
                throw broken(failure);
            }
        }
    }

    /// Forces to disk what was taken in since the last time.
    void commit() {
        following.lock();
        try {
            if (index.dirty()) index.commit();
        } catch (IOException | AlreadyClosedException failure) {
            LOG.warn("The memory index is damaged and made anew: {}", failure.toString());
            replaceDamaged();
        } finally {
            following.unlock();
        }
    }

    long sequence() {
        return index.position().sequence();
    }

    private static TwinException broken(Exception failure) {
        return new TwinException(
                TwinException.Code.UNAVAILABLE,
                "The memory index cannot be read or written; check the disk of"
                        + " twin.rag.index-directory.",
                failure);
    }

    @Override
    public void close() {
        following.lock();
        try {
            index.close();
        } catch (IOException failure) {
            LOG.warn("The memory index did not close cleanly", failure);
        } finally {
            following.unlock();
            home.close();
        }
    }
}
