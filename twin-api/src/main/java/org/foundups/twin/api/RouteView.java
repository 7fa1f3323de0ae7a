package org.foundups.twin.api;

import java.time.Instant;
import java.util.List;
import org.foundups.twin.rag.VideoRoute;
import org.foundups.twin.rag.routing.Route;
import org.jspecify.annotations.Nullable;

/// Where a video goes, as callers see it.
///
/// @param label which writer's form the index file has: A to E, list root, other, unreadable
/// @param route where it goes: what was ordered, else what the rules say
/// @param ruled what the rules say
/// @param orderedBy the key that ordered something else; null if none did
record RouteView(
        String videoId,
        @Nullable String channel,
        @Nullable String title,
        @Nullable String sourceFile,
        String label,
        int segments,
        Route route,
        String reason,
        double confidence,
        List<String> evidence,
        Route ruled,
        Instant decidedAt,
        @Nullable String orderedBy,
        @Nullable Instant orderedAt,
        @Nullable String note) {
    static RouteView of(VideoRoute route) {
        return new RouteView(
                route.videoId(),
                route.channel(),
                route.title(),
                route.sourceFile(),
                route.label(),
                route.segments(),
                route.route(),
                route.reason(),
                Math.round(route.confidence() * 1000) / 1000.0,
                route.evidence(),
                route.ruled(),
                route.decidedAt(),
                route.orderedBy(),
                route.orderedAt(),
                route.note());
    }
}
