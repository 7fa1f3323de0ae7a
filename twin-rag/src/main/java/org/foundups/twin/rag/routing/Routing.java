package org.foundups.twin.rag.routing;

import java.util.List;

/// Where an item goes, and why.
///
/// @param reason code of the rule that decided, for example `own_voice`
/// @param confidence 0 to 1: how far the evidence bears the route out; a rank for whoever looks
///   through them, and no measured probability
/// @param evidence what the rule saw, as sentences
public record Routing(Route route, String reason, double confidence, List<String> evidence) {
    public Routing {
        if (!(confidence >= 0 && confidence <= 1))
            throw new IllegalArgumentException("a confidence lies between 0 and 1");
        evidence = List.copyOf(evidence);
    }

    static Routing held(String reason, String evidence) {
        return new Routing(Route.HOLD_FOR_REVIEW, reason, 0, List.of(evidence));
    }
}
