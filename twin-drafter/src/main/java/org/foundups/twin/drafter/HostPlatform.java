package org.foundups.twin.drafter;

import java.util.Locale;

/// What machine this is, in the words of the native packages.
final class HostPlatform {
    private HostPlatform() {}

    static String current() {
        return named(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /// The name for what the JDK says.
    static String named(String system, String architecture) {
        var lower = system.toLowerCase(Locale.ROOT);
        var family = lower.startsWith("mac") ? "mac" : lower.startsWith("windows") ? "win" : lower;
        var processor =
                switch (architecture) {
                    case "amd64", "x86_64" -> "x64";
                    case "aarch64" -> "arm64";
                    default -> architecture;
                };
        return family + "-" + processor;
    }
}
