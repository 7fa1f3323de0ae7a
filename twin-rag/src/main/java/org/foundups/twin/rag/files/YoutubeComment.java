package org.foundups.twin.rag.files;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A comment as the YouTube Data API gives it.
///
/// @param thread the top-level comment it answers; null if it is one
/// @param name how the author is shown: a handle since 2022, any name before
/// @see <a href="https://developers.google.com/youtube/v3/docs/comments">The resource</a>
record YoutubeComment(
        @Nullable String id,
        @Nullable String thread,
        @Nullable String video,
        @Nullable String name,
        @Nullable String channel,
        @Nullable String channelUrl,
        String text,
        @Nullable String publishedAt) {
    private static final Pattern CHANNEL = Pattern.compile("UC[\\w-]{22}");

    /// Reads a comment of the interface.
    ///
    /// @param video on which the thread stands, where the comment does not say
    /// @return empty if it is no comment
    static Optional<YoutubeComment> of(JsonNode comment, @Nullable String video) {
        var snippet = comment.path("snippet");
        if (!snippet.path("textOriginal").isString() && !snippet.path("textDisplay").isString())
            return Optional.empty();
        var own = string(snippet, "videoId");
        return Optional.of(
                new YoutubeComment(
                        string(comment, "id"),
                        string(snippet, "parentId"),
                        own == null ? video : own,
                        string(snippet, "authorDisplayName"),
                        channel(snippet.path("authorChannelId")),
                        string(snippet, "authorChannelUrl"),
                        text(snippet),
                        string(snippet, "publishedAt")));
    }

    private static String text(JsonNode snippet) {
        var original = string(snippet, "textOriginal");
        return original != null ? original : HtmlText.of(snippet.path("textDisplay").asString(""));
    }

    private static @Nullable String channel(JsonNode id) {
        return id.isString() ? id.asString() : string(id, "value");
    }

    /// Null if there is none, or it is blank.
    static @Nullable String string(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }

    /// Whether the creator wrote it. Anybody can take another's display name, so that where the
    /// creator's channel ids are known, the comment's decides over a name that is no handle.
    boolean by(ImportOptions creator) {
        if (creator.isOwn(channel) || creator.isOwn(lastOf(channelUrl))) return true;
        var impostor =
                channel != null
                        && name != null
                        && !name.startsWith("@")
                        && creator.own().stream().anyMatch(own -> CHANNEL.matcher(own).matches());
        return !impostor && creator.isOwn(name);
    }

    private static @Nullable String lastOf(@Nullable String url) {
        return url == null ? null : url.substring(url.lastIndexOf('/') + 1);
    }

    Said said() {
        return new Said(name, Moments.moment(publishedAt), text, thread == null);
    }

    RowValues values(String persona) {
        return new RowValues()
                .with(Fields.TEXT, text)
                .with(Fields.SOURCE_ID, id)
                .with(Fields.SOURCE_TYPE, "comment")
                .with(Fields.VIDEO_ID, video)
                .with(Fields.URL, url())
                .with(Fields.SPEAKER, persona)
                .with(Fields.PROVENANCE, "verbatim")
                .with(Fields.CREATED_AT, publishedAt)
                .with(Fields.PLATFORM, "youtube");
    }

    private @Nullable String url() {
        return Stream.of(video, id).allMatch(part -> part != null && part.matches("[\\w.-]+"))
                ? "https://www.youtube.com/watch?v=" + video + "&lc=" + id
                : null;
    }
}
