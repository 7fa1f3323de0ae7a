package org.foundups.twin.api;

import java.time.Instant;
import java.util.List;
import org.foundups.twin.rag.Hit;
import org.jspecify.annotations.Nullable;

/// A passage of the memory as callers see it.
///
/// @param byCreator whether the creator is known to be the speaker
/// @param score calibrated 0..1
/// @param cosine of the embedding model, -1..1
record HitView(
        String documentId,
        String text,
        @Nullable String inReplyTo,
        String sourceId,
        String sourceType,
        @Nullable String videoId,
        @Nullable String videoTitle,
        @Nullable Double startS,
        @Nullable Double endS,
        @Nullable String url,
        String provenance,
        @Nullable String speaker,
        boolean byCreator,
        @Nullable Instant createdAt,
        @Nullable String platform,
        @Nullable String channel,
        @Nullable String sourceFile,
        List<String> tags,
        double score,
        double cosine) {
    static HitView of(Hit hit) {
        var passage = hit.passage();
        return new HitView(
                passage.documentId(),
                passage.text(),
                passage.inReplyTo(),
                passage.sourceId(),
                passage.sourceType(),
                passage.videoId(),
                hit.videoTitle(),
                passage.startSeconds(),
                passage.endSeconds(),
                passage.url(),
                passage.provenance().id(),
                hit.speaker(),
                passage.byCreator(),
                passage.createdAt(),
                hit.platform(),
                hit.channel(),
                hit.sourceFile(),
                hit.tags(),
                rounded(passage.score()),
                rounded(hit.cosine()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
