package org.foundups.twin.rag;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the index level with what other nodes write, and forces it to disk now and then.
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final Projection projection;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    work -> Thread.ofPlatform().daemon().name("memory-follower").unstarted(work));
    private boolean failing;

    Follower(Projection projection) {
        this.projection = projection;
    }

    void start(Duration every) {
        var millis = every.toMillis();
        var _ = thread.scheduleWithFixedDelay(this::follow, millis, millis, TimeUnit.MILLISECONDS);
    }

    /// A scheduled task that throws is never run again, so nothing may escape.
    private void follow() {
        try {
            projection.catchUp();
            projection.commit();
            if (failing) LOG.info("The memory index follows the database again");
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) LOG.warn("The memory index cannot follow the database", failure);
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(30, TimeUnit.SECONDS))
                LOG.warn("The memory follower did not end in 30 seconds");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
