package org.foundups.twin.trajectory;

import java.util.Locale;
import java.util.Optional;

/// The four trajectories, each a file of its own.
public enum Kind {
    DRAFTS,
    DECISIONS,
    ACTIONS,
    EVENTS;

    /// The name in paths and file names, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a name in any case; empty if there is no such trajectory.
    public static Optional<Kind> of(String name) {
        for (var kind : values()) {
            if (kind.name().equalsIgnoreCase(name.strip())) return Optional.of(kind);
        }
        return Optional.empty();
    }
}
