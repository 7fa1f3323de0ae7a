package org.foundups.twin.rag;

import org.foundups.twin.rag.routing.RoutingPolicy;
import org.foundups.twin.rag.routing.RoutingRules;

/// Destinations without a database.
final class Destinations {
    private Destinations() {}

    /// Videos go where the rules send them, and nothing is ever forgotten.
    static Destination storing(Destination.Storing storing) {
        return new Destination(
                storing,
                (_, video) -> RoutingRules.route(video.item(), null, RoutingPolicy.standard()),
                (_, _) -> 0);
    }
}
