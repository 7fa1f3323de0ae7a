package org.foundups.twin.core;

import java.util.Locale;

/// The stages of a consideration, in order.
public enum Stage {
    SCREEN,
    RECALL,
    APPRAISE,
    DRAFT,
    INSPECT,
    DECIDE;

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
