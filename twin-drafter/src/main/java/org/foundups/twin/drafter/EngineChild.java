package org.foundups.twin.drafter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// One child process, and what it says.
final class EngineChild {
    private static final Logger LOG = LoggerFactory.getLogger(EngineChild.class);
    private static final JsonMapper JSON = new JsonMapper();

    /// All the child needs to know of the environment; keys and passwords in it are not its
    /// business.
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "JAVA_HOME");

    private final Process process;
    private final String key;
    private final BlockingQueue<EngineEvent> events;
    private final OutputTail complaints = new OutputTail();
    private boolean muted;

    private EngineChild(Process process, String key, BlockingQueue<EngineEvent> events) {
        this.process = process;
        this.key = key;
        this.events = events;
    }

    /// Starts the child and has its events sent to a queue.
    static EngineChild start(List<String> command, String key, BlockingQueue<EngineEvent> events)
            throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        var child = new EngineChild(builder.start(), key, events);
        // Reading from a pipe holds a virtual thread's carrier for as long as nothing is said. Two
        // such readers would stop every virtual thread of a machine with two processors.
        var reading = Thread.ofPlatform().daemon().name("engine-output").start(child::read);
        Thread.ofPlatform()
                .daemon()
                .name("engine-complaints")
                .start(() ->
                        child.complaints.drain(child.process.getErrorStream(), EngineChild::log));
        child.process
                .onExit()
                .thenAcceptAsync(_ -> child.exited(reading), Thread::startVirtualThread)
                .exceptionally(failed -> {
                    LOG.error("The end of the model engine went unseen", failed);
                    return null;
                });
        child.tellKey();
        return child;
    }

    /// Asks it to end, then makes it end; returns when it is gone.
    void stop(Duration within) {
        var third = Math.max(1, within.toMillis() / 3);
        try {
            try {
                process.getOutputStream().close();
            } catch (IOException gone) {
                LOG.debug("The model engine has closed its input already", gone);
            }
            if (process.waitFor(third, TimeUnit.MILLISECONDS)) return;
            process.destroy();
            if (process.waitFor(third, TimeUnit.MILLISECONDS)) return;
            kill();
            if (!process.waitFor(third, TimeUnit.MILLISECONDS)) {
                LOG.warn("The model engine (process {}) cannot be ended", process.pid());
            }
        } catch (InterruptedException cancelled) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void tellKey() {
        try {
            // The stream stays open: its end is how the child learns that we are gone.
            var out = process.getOutputStream();
            out.write((key + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            LOG.debug("The model engine ended at once", gone);
        }
    }

    /// The bearer token it was given.
    String key() {
        return key;
    }

    long pid() {
        return process.pid();
    }

    /// The last lines of its standard error.
    List<String> complaints() {
        return complaints.lines();
    }

    /// Ends it if it still runs. Nothing it had still to say is heard after this, so it cannot be
    /// taken for the words of the next child.
    void bury() throws InterruptedException {
        if (process.isAlive()) kill();
        process.waitFor();
        mute();
        events.removeIf(event -> !(event instanceof EngineEvent.Closing));
    }

    private synchronized void mute() {
        muted = true;
    }

    private synchronized void say(EngineEvent event) {
        if (!muted) events.add(event);
    }

    private void read() {
        new OutputTail().drain(process.getInputStream(), line -> say(EngineEvent.read(JSON, line)));
    }

    /// What the child said last is heard before its end is.
    private void exited(Thread reading) {
        try {
            reading.join(Duration.ofSeconds(1));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
        say(new EngineEvent.Exited(process.exitValue()));
    }

    private static void log(String line) {
        var lower = line.toLowerCase(Locale.ROOT);
        if (lower.contains("error") || lower.contains("warn")) {
            LOG.warn("model engine: {}", line);
        } else {
            LOG.debug("model engine: {}", line);
        }
    }
}
