package org.foundups.twin.core;

import java.util.Locale;

/// What may become of a target. `HOLD` means "ask the person", and is what every doubt becomes.
public enum Action {
    COMMENT,
    LIKE,
    HEART,
    IGNORE,
    HOLD;

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
