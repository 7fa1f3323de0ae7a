package org.foundups.twin.rag;

import org.foundups.twin.rag.routing.RoutingPolicy;
import org.foundups.twin.rag.routing.RoutingRules;

/// Decides where videos go and stores nothing.
final class Deciding {
    static final FileImport.Deciding BY_RULES =
            (_, video) -> RoutingRules.route(video.item(), null, RoutingPolicy.standard());

    private Deciding() {}
}
