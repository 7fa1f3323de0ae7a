package org.foundups.twin.core;

import java.util.Locale;

/// How close a passage is to what was said. Only verbatim text may shape voice.
public enum Provenance {
    VERBATIM,
    PARAPHRASE;

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
