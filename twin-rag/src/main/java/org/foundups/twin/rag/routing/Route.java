package org.foundups.twin.rag.routing;

import java.util.Locale;
import java.util.Optional;

/// Where an index item goes.
public enum Route {
    /// The creator speaks: it can be found by the twin.
    TWIN_MEMORY,
    MUSIC_PIPELINE,
    /// Material for videos without a face.
    FACELESS_PIPELINE,
    /// A person decides.
    HOLD_FOR_REVIEW;

    /// Reads a name in any case; empty if no route has it.
    public static Optional<Route> of(String name) {
        for (var route : values()) {
            if (route.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                return Optional.of(route);
        }
        return Optional.empty();
    }
}
