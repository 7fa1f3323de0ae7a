package org.foundups.twin.api.access;

import java.util.Locale;
import java.util.Optional;

/// What a key may do. The names are part of the REST contract.
public enum Scope {
    /// Show targets and have them considered.
    OBSERVE,
    /// Propose actions.
    ENGAGE,
    /// Claim actions and report outcomes.
    ACT,
    /// Approve, edit and reject.
    REVIEW,
    /// Change the memory.
    MEMORY,
    /// Look at anything.
    READ,
    /// Use the screen agent.
    VISION,
    /// Keys, accounts and switches.
    ADMIN;

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a name in any case; empty if there is no such scope.
    public static Optional<Scope> of(String name) {
        for (var scope : values()) {
            if (scope.name().equalsIgnoreCase(name.strip())) return Optional.of(scope);
        }
        return Optional.empty();
    }
}
