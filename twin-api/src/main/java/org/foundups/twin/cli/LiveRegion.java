package org.foundups.twin.cli;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/// A few lines that change in their place on a terminal. The cursor always rests below them, so
/// that whoever interrupts finds a clean line. Elsewhere a plain line every few seconds tells the
/// same. Not thread-safe.
final class LiveRegion implements AutoCloseable {
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Output output;
    private final LongSupplier nanoTime;
    private long toldNanos;
    private int lines;

    LiveRegion(Output output, LongSupplier nanoTime) {
        this.output = output;
        this.nanoTime = nanoTime;
        this.toldNanos = nanoTime.getAsLong();
    }

    /// Shows the lines in place of those before.
    void show(List<Line> next) {
        if (output.moving()) {
            var fitting = next.stream().map(line -> line.clipped(output.columns())).toList();
            output.replace(lines, fitting);
            lines = fitting.size();
        } else if (nanoTime.getAsLong() - toldNanos >= PAUSE_NANOS) {
            toldNanos = nanoTime.getAsLong();
            output.print(next);
        }
    }

    /// Prints lines that stay, above the moving ones.
    void note(Line line) {
        close();
        output.print(line);
    }

    /// Takes the lines away.
    @Override
    public void close() {
        if (lines > 0) output.replace(lines, List.of());
        lines = 0;
    }
}
