package org.foundups.twin.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How many cores there are to compute on. Two threads on the two halves of one core share its
/// arithmetic units and gain nothing, so halves do not count.
final class PhysicalCores {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    private PhysicalCores() {}

    /// At least 1, and no more than this process may use.
    static int count() {
        var usable = Runtime.getRuntime().availableProcessors();
        try {
            var physical = Files.isReadable(CPUINFO) ? of(Files.readAllLines(CPUINFO)) : 0;
            return physical == 0 ? usable : Math.min(physical, usable);
        } catch (IOException unreadable) {
            return usable;
        }
    }

    /// The number of different cores.
    ///
    /// @param cpuinfo the lines of `/proc/cpuinfo`
    /// @return 0 if they do not say
    static int of(List<String> cpuinfo) {
        var socket = "";
        var cores = new java.util.HashSet<String>();
        for (var line : cpuinfo) {
            var value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("physical id")) socket = value;
            if (line.startsWith("core id")) cores.add(socket + "/" + value);
        }
        return cores.size();
    }
}
