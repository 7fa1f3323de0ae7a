package org.foundups.twin.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Request bodies as the published description shows them. They are read by [Fields], which reports
/// all mistakes at once; a test holds the two against each other.
final class Bodies {
    private Bodies() {}

    record Author(@Nullable String id, @Nullable String name, @Nullable List<String> roles) {}

    record Utterance(Author author, String text, @Nullable OffsetDateTime publishedAt) {}

    record Target(
            String platform,
            String accountId,
            String kind,
            @Nullable String targetId,
            @Nullable String parentId,
            @Nullable String containerId,
            @Nullable String containerTitle,
            @Nullable String url,
            Author author,
            String text,
            @Nullable String language,
            @Nullable OffsetDateTime publishedAt,
            @Nullable OffsetDateTime editedAt,
            @Nullable List<Utterance> thread,
            @Nullable Boolean isRepost,
            @Nullable Boolean isPromoted,
            @Nullable OffsetDateTime observedAt) {}

    record Constraints(
            @Nullable Integer maxChars, @Nullable Integer maxEmoji, @Nullable String language) {}

    record Consider(
            Target target,
            @Nullable List<String> allowedActions,
            @Nullable Constraints constraints,
            @Nullable String persona) {}

    record NewKey(String name, List<String> scopes) {}

    record Document(
            String text,
            String sourceId,
            @Nullable String sourceType,
            @Nullable String inReplyTo,
            @Nullable String videoId,
            @Nullable String videoTitle,
            @Nullable Double startS,
            @Nullable Double endS,
            @Nullable String url,
            @Nullable String speaker,
            @Nullable String provenance,
            @Nullable OffsetDateTime createdAt,
            @Nullable String platform,
            @Nullable List<String> tags) {}

    record ImportByPath(
            String path,
            @Nullable String format,
            @Nullable String persona,
            @Nullable String encoding,
            @Nullable String speaker,
            @Nullable String sourceType,
            @Nullable String platform,
            @Nullable String zone,
            @Nullable String channel,
            @Nullable Boolean dryRun) {}

    record Order(@Nullable String route, @Nullable String note) {}
}
