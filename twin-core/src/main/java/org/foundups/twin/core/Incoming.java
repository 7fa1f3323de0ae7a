package org.foundups.twin.core;

import java.util.Set;

/// A target as the flow takes it up, with all it may lean on.
///
/// @param considerationId identifies this run
/// @param traceId links everything recorded about the run
/// @param targetRef the stored target
/// @param allowed actions the caller can carry out; `HOLD` is always possible and need not be named
public record Incoming(
        String considerationId,
        String traceId,
        String targetRef,
        IdentityQuality identity,
        boolean firstSeen,
        Target target,
        Set<Action> allowed,
        Constraints constraints,
        Persona persona,
        Circumstances circumstances) {
    public Incoming {
        allowed = Set.copyOf(allowed);
    }
}
