package org.foundups.twin.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// How much memory there is and is used, as the Linux kernel says; elsewhere unknown.
final class MachineMemory {
    private MachineMemory() {}

    /// What can be had, in bytes; page cache that can be given up is part of it.
    static OptionalLong available() {
        return bytes(lines(Path.of("/proc/meminfo")), "MemAvailable");
    }

    /// What this process holds, in bytes; the mapped weights are part of it.
    static OptionalLong resident() {
        return bytes(lines(Path.of("/proc/self/status")), "VmRSS");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// @param lines of the form `Name: 123 kB`
    static OptionalLong bytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.matches(name + ":\\s+\\d{1,15} kB"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }

    /// @throws EngineFailure of code MEMORY if the weights alone are more than there is
    static void checkRoomFor(long modelBytes) {
        var available = available();
        if (available.isPresent() && modelBytes > available.getAsLong()) {
            throw EngineFailure.memory(
                    "The model needs "
                            + megabytes(modelBytes)
                            + " MB of memory, and "
                            + megabytes(available.getAsLong())
                            + " MB are free. Choose a smaller model, or end other programs.");
        }
    }

    private static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }
}
