package org.foundups.twin.trajectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Carries events from the database into JSONL files, each exactly once and in order. The files are
/// the last word on how far it came: after a crash the id in a file's last whole line is looked up,
/// and the relay goes on behind it. A file that somebody moved away is written anew.
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;

    /// What comes within this time is carried together: a busy service forces its files to disk ten
    /// times a second and not at every decision.
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final RelayDirectory directory;
    private final EventStore store;
    private final Map<Kind, JsonlFile> files = new EnumMap<>(Kind.class);

    /// Number of the last event in each file; empty until the files were looked at.
    private final Map<Kind, Long> positions = new ConcurrentHashMap<>();

    private final Semaphore news = new Semaphore(0);
    private volatile boolean closing;
    private volatile @Nullable String failure;
    private volatile @Nullable Thread thread;

    private Relay(RelayDirectory directory, EventStore store) {
        this.directory = directory;
        this.store = store;
        for (var kind : Kind.values()) files.put(kind, directory.file(kind));
    }

    /// Takes charge of a directory, which is made if need be.
    ///
    /// @throws IllegalStateException if another relay has it
    /// @throws UncheckedIOException if it cannot be used
    public static Relay open(Path directory, JdbcClient database) {
        return new Relay(RelayDirectory.take(directory), new EventStore(database));
    }

    /// Begins to carry, on a thread of its own.
    public void start() {
        var worker = Thread.ofPlatform().name("trajectory-relay").daemon().unstarted(this::loop);
        thread = worker;
        worker.start();
    }

    /// Says that there is something new; otherwise it looks twice a second.
    public void wake() {
        news.release();
    }

    /// What is wrong, in a sentence without anything internal; null if nothing is.
    public @Nullable String failure() {
        var worker = thread;
        if (worker != null && !worker.isAlive() && !closing) return "The relay thread has ended.";
        return failure;
    }

    /// How many events are not in the files yet.
    public int lag() {
        var waiting = 0L;
        for (var kind : Kind.values()) waiting += store.count(kind, position(kind));
        return Math.toIntExact(Math.min(waiting, Integer.MAX_VALUE));
    }

    /// The edge of the thread: whatever breaks is told, and tried again later.
    private void loop() {
        var pause = IDLE;
        while (!closing) {
            try {
                carryAll();
                if (failure != null) LOG.info("The trajectory files are written again.");
                failure = null;
                pause = IDLE;
            } catch (IOException | RuntimeException broken) {
                if (failure == null)
                    LOG.error("The trajectory files cannot be written just now.", broken);
                failure = sentence(broken);
                pause = longer(pause);
            }
            if (!slept(pause)) return;
        }
    }

    private static String sentence(Exception broken) {
        return switch (broken) {
            case DataAccessException _ -> "The events cannot be read from the database just now.";
            case AccessDeniedException _ ->
                    "The trajectory files cannot be written: no permission.";
            case FileSystemException file when file.getReason() != null ->
                    "The trajectory files cannot be written: " + file.getReason() + ".";
            case FileSystemException _ -> "The trajectory files cannot be written.";
            case IOException plain ->
                    "The trajectory files cannot be written: " + plain.getMessage() + ".";
            default -> "The relay of trajectories failed unexpectedly; the log has the details.";
        };
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /// Until there is news, or the pause is over. News that came together count once.
    ///
    /// @return false if the thread is to end
    private boolean slept(Duration pause) {
        try {
            if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS) && !closing) {
                Thread.sleep(GATHERING);
                news.drainPermits();
            }
            return true;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void carryAll() throws IOException {
        while (carryBatch()) {}
    }

    /// Carries one batch of each kind.
    ///
    /// @return whether there may be more
    synchronized boolean carryBatch() throws IOException {
        var more = false;
        for (var kind : Kind.values()) more |= carry(kind);
        return more;
    }

    private boolean carry(Kind kind) throws IOException {
        var file = file(kind);
        if (positions.get(kind) == null || !file.asLeft()) positions.put(kind, recovered(kind));
        var batch = store.page(kind, position(kind), null, null, BATCH);
        if (batch.isEmpty()) return false;
        try {
            file.append(batch.stream().map(StoredEvent::line).toList());
        } catch (IOException broken) {
            positions.remove(kind);
            throw broken;
        }
        positions.put(kind, batch.getLast().seq());
        return batch.size() == BATCH;
    }

    /// Mends the file and finds out how far it goes. A last line that is in no event of this
    /// database (somebody wrote it, or the file served another database in between) says nothing
    /// about the lines before it, so all of them are asked.
    private long recovered(Kind kind) throws IOException {
        var file = file(kind);
        if (positions.get(kind) != null)
            LOG.warn("Somebody changed {}.jsonl; it is gone through again.", kind.id());
        positions.remove(kind);
        file.recover();
        var last = file.lastId();
        if (last.isPresent()) {
            var seq = store.newest(List.of(last.get()));
            if (seq > 0) return seq;
        }
        try (var ids = file.ids()) {
            return ids.gather(Gatherers.windowFixed(BATCH))
                    .mapToLong(store::newest)
                    .max()
                    .orElse(0);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private JsonlFile file(Kind kind) {
        var file = files.get(kind);
        if (file == null) throw new IllegalStateException("no file for " + kind);
        return file;
    }

    private long position(Kind kind) {
        return positions.getOrDefault(kind, 0L);
    }

    /// Carries what is left and gives the directory back. If that cannot be done within seconds,
    /// the rest is carried at the next start.
    @Override
    public void close() {
        if (closing) return;
        closing = true;
        wake();
        try {
            var worker = thread;
            if (worker != null && !worker.join(LONGEST_CLOSE)) {
                // It may still write, so the directory stays taken until the process ends.
                LOG.warn("The relay hangs; the last events are carried at the next start.");
                return;
            }
            finish();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() {
        try (directory) {
            if (failure == null) carryAll();
        } catch (IOException | DataAccessException broken) {
            LOG.warn("The last events are carried at the next start.", broken);
        }
    }
}
