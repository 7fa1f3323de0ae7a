package org.foundups.twin.core;

import java.util.Locale;

/// What sort of thing could be answered.
public enum TargetKind {
    COMMENT,
    POST,
    LIVE_MESSAGE;

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
