package org.foundups.twin.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Waits for a job by asking how it is. A job outlives the service, so a restart in between is
/// waited out.
record JobFollower(TwinClient client) {
    private static final long PAUSE_MILLIS = 300;
    private static final int MOST_SILENCES = 100;

    /// @param listener told after each answer
    /// @throws CommandFailed if the service stays away for half a minute
    JobLine followed(JobLine job, Consumer<JobLine> listener) {
        var now = job;
        var silences = 0;
        while (!now.isOver()) {
            listener.accept(now);
            pause();
            try {
                now = new JobLine(Value.parsed(client.get(Query.of("/jobs", job.id()).toString())));
                silences = 0;
            } catch (CommandFailed failed) {
                if (!isPassing(failed) || ++silences > MOST_SILENCES) throw failed;
            }
        }
        return now;
    }

    private static boolean isPassing(CommandFailed failed) {
        return failed.exit() == Exit.UNREACHABLE || failed.exit() == Exit.LATER;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The job goes on.");
        }
    }
}
