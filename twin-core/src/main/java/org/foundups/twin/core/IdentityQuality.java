package org.foundups.twin.core;

import java.util.Locale;

/// How surely a target can be recognised again. A fingerprint can only lead to actions that a
/// person approves.
public enum IdentityQuality {
    EXACT,
    FINGERPRINT;

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
