package org.foundups.twin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a figure was measured on.
///
/// @param load average number of runnable processes in the last minute; above 1 something else ran
record Machine(String processor, int processors, String system, String java, double load) {
    static Machine current() {
        var bean = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.version"),
                bean.getSystemLoadAverage());
    }

    private static String processorName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return System.getProperty("os.arch", "unknown");
        }
    }

    String line() {
        return processor
                + ", "
                + processors
                + " processors, "
                + system
                + ", Java "
                + java
                + ", load "
                + load;
    }
}
