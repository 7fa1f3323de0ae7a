package org.foundups.twin.drafter;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Runs a package client and waits for it, looking now and then at how far it has come.
final class Subprocess {
    private static final Duration LOOK = Duration.ofMillis(200);

    private Subprocess() {}

    /// How a client ended, and what it said last.
    record Ended(int status, List<String> output) {
        /// The last line that speaks of an error, else the last line.
        String complaint() {
            var errors =
                    output.stream()
                            .filter(line ->
                                    line.toLowerCase(java.util.Locale.ROOT).contains("error"));
            var last = errors.reduce((_, later) -> later);
            return last.or(() ->
                            output.isEmpty() ? Optional.empty() : Optional.of(output.getLast()))
                    .map(line -> Plain.line(line, 200))
                    .orElse("it said nothing");
        }
    }

    /// The first of these commands that can be run at all.
    static Optional<List<String>> available(List<List<String>> commands, Path directory)
            throws InterruptedException {
        for (var command : commands) {
            try {
                var process = start(with(command, List.of("--version")), Map.of(), directory);
                var output = new OutputTail();
                output.drain(process.getInputStream(), _ -> {});
                if (process.waitFor() == 0) return Optional.of(command);
            } catch (IOException absent) {
                // The next one may be there.
            }
        }
        return Optional.empty();
    }

    /// Runs a command to its end; ends it if it stands still or the waiting thread is interrupted.
    ///
    /// @param grown how far it has come, in any unit
    /// @param stall how long that number may stay the same
    /// @throws SourceFailed if it stood still
    static Ended run(
            List<String> command,
            Map<String, String> environment,
            Path directory,
            LongSupplier grown,
            Duration stall)
            throws IOException, SourceFailed, InterruptedException {
        var process = start(command, environment, directory);
        var output = new OutputTail();
        // A pipe holds a virtual thread's carrier; see EngineChild.
        var drain =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> output.drain(process.getInputStream(), _ -> {}));
        try {
            waitFor(process, command, grown, stall);
            drain.join();
            return new Ended(process.exitValue(), output.lines());
        } finally {
            end(process);
        }
    }

    static List<String> with(List<String> command, List<String> arguments) {
        return java.util.stream.Stream.concat(command.stream(), arguments.stream()).toList();
    }

    private static void waitFor(
            Process process, List<String> command, LongSupplier grown, Duration stall)
            throws SourceFailed, InterruptedException {
        var last = -1L;
        var deadline = Deadline.in(stall);
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            var now = grown.getAsLong();
            if (now != last) deadline = Deadline.in(stall);
            last = now;
            if (deadline.passed()) {
                throw new SourceFailed(
                        command.getFirst() + " stood still for " + stall.toSeconds() + " s.");
            }
        }
    }

    private static Process start(
            List<String> command, Map<String, String> environment, Path directory)
            throws IOException {
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
        return builder.start();
    }

    private static java.io.File nothing() {
        return new java.io.File("/dev/null");
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
