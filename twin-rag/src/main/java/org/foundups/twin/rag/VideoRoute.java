package org.foundups.twin.rag;

import java.time.Instant;
import java.util.List;
import org.foundups.twin.rag.routing.Route;
import org.jspecify.annotations.Nullable;

/// Where a video goes, as it is stored.
///
/// @param label which writer's form the file has; `unreadable` if it could not be read
/// @param segments with speech on the primary track
/// @param route where it goes: what was ordered, else what the rules say
/// @param reason code of what decided; `override` if somebody ordered it
/// @param confidence 0 to 1
/// @param ruled what the rules say, also where something else was ordered
/// @param orderedBy who ordered; null if nobody did
public record VideoRoute(
        String persona,
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
    public VideoRoute {
        evidence = List.copyOf(evidence);
    }
}
