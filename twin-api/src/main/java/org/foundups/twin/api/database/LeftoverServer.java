package org.foundups.twin.api.database;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends a server that outlived the service, as after `kill -9`. PostgreSQL recovers from any kind
/// of end; it is asked politely first.
final class LeftoverServer {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LeftoverServer() {}

    static void stop(DatabaseFiles files) {
        var pid = files.serverPid();
        if (pid.isEmpty()) return;
        var process = ProcessHandle.of(pid.getAsLong());
        if (process.isEmpty() || !isPostgres(process.get())) return;
        LOG.info("Stopping the PostgreSQL that is still running in {}.", files.data());
        process.get().destroy();
        if (!ended(process.get())) {
            process.get().destroyForcibly();
            if (!ended(process.get()))
                LOG.warn("PostgreSQL (pid {}) does not end.", pid.getAsLong());
        }
    }

    /// A pid may have been given to another program since the file was written.
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
