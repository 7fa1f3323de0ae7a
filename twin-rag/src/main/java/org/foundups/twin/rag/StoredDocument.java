package org.foundups.twin.rag;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.foundups.twin.core.Provenance;
import org.jspecify.annotations.Nullable;

/// A document as the database holds it and the index carries it.
record StoredDocument(
        UUID id,
        String persona,
        String text,
        @Nullable String inReplyTo,
        String sourceId,
        SourceType sourceType,
        @Nullable String videoId,
        @Nullable String videoTitle,
        @Nullable Double startSeconds,
        @Nullable Double endSeconds,
        @Nullable String url,
        @Nullable String speaker,
        Provenance provenance,
        @Nullable Instant createdAt,
        List<String> tags,
        @Nullable String platform,
        @Nullable String channel,
        @Nullable String sourceFile) {}
