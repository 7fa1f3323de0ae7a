package org.foundups.twin.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the processors did up to a moment, as the Linux kernel counts it.
///
/// @param cores how many there are
/// @param busyTicks of all cores together: neither idle nor waiting for a disk
/// @param totalTicks of all cores together
/// @param wallNanos on the clock of `System.nanoTime`
/// @param ownNanos processor time of this process
/// @param running threads on a core or waiting for one at this very moment, the asking one among
///   them
record MachineLoad(
        int cores, long busyTicks, long totalTicks, long wallNanos, long ownNanos, int running) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int COLUMNS = 8;
    private static final String RUNNING = "procs_running ";

    /// Empty where the kernel does not tell.
    static Optional<MachineLoad> now() {
        try {
            if (!Files.isReadable(STAT)) return Optional.empty();
            var own = ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos);
            return own.flatMap(nanos -> read(lines(), System.nanoTime(), nanos));
        } catch (java.io.UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(STAT);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /// Reads what the kernel wrote.
    ///
    /// @param stat the lines of `/proc/stat`
    static Optional<MachineLoad> read(List<String> stat, long wallNanos, long ownNanos) {
        var cores = (int) stat.stream().filter(line -> line.matches("cpu\\d+ .*")).count();
        var all = stat.stream().filter(line -> line.matches("cpu +(\\d+ ?){8,}")).findFirst();
        if (cores == 0 || all.isEmpty()) return Optional.empty();
        var ticks =
                Arrays.stream(all.get().substring(3).strip().split(" +", -1))
                        .limit(COLUMNS)
                        .mapToLong(Long::parseLong)
                        .toArray();
        var total = Arrays.stream(ticks).sum();
        var busy = total - ticks[IDLE] - ticks[WAITING];
        return Optional.of(new MachineLoad(cores, busy, total, wallNanos, ownNanos, running(stat)));
    }

    /// 1, the asking one, where the kernel does not tell.
    private static int running(List<String> stat) {
        return stat.stream()
                .filter(line -> line.matches(RUNNING + "\\d{1,9}"))
                .findFirst()
                .map(line -> Integer.parseInt(line.substring(RUNNING.length())))
                .orElse(1);
    }

    /// How many cores other programs kept busy since an earlier moment, 0 and up.
    double othersSince(MachineLoad earlier) {
        var ticks = totalTicks - earlier.totalTicks;
        var nanos = wallNanos - earlier.wallNanos;
        if (ticks <= 0 || nanos <= 0) return 0;
        var busy = (double) cores * (busyTicks - earlier.busyTicks) / ticks;
        var own = (double) (ownNanos - earlier.ownNanos) / nanos;
        return Math.max(0, busy - own);
    }
}
