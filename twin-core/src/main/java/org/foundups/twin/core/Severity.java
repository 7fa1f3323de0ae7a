package org.foundups.twin.core;

import java.util.Locale;

/// How much a finding weighs: `INFO` was mended or needs no act, `WARNING` asks for another draft,
/// `ERROR` forbids the text.
public enum Severity {
    INFO,
    WARNING,
    ERROR;

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
