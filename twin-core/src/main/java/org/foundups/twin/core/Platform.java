package org.foundups.twin.core;

import java.util.Locale;
import java.util.Optional;

/// A platform on which the twin may act.
public enum Platform {
    YOUTUBE,
    LINKEDIN,
    X;

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a name in any case; empty if no platform has it, never a default.
    public static Optional<Platform> of(String name) {
        for (var platform : values()) {
            if (platform.name().equalsIgnoreCase(name.strip())) return Optional.of(platform);
        }
        return Optional.empty();
    }
}
