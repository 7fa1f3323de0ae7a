package org.foundups.twin.rag.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of the creator's memory as somebody hands it in, unchecked: `VoiceMemory.store` says of
/// each whether it was taken.
///
/// @param text what was said, 1 to 20,000 characters
/// @param inReplyTo the comment it answered, up to 20,000 characters
/// @param sourceId the source's own identifier, up to 200 characters; null derives one from the
///   content
/// @param sourceType comment, video_transcript, post or note in any case; null means comment
/// @param startSeconds where in the video it begins, 0 or more
/// @param speaker who spoke; null means nobody knows, and then it never shapes the voice
/// @param provenance verbatim or paraphrase in any case; null means paraphrase for a transcript,
///   verbatim for everything else
/// @param createdAt RFC 3339 with offset
/// @param platform youtube, linkedin or x in any case
/// @param channel whose videos it comes from, up to 200 characters
/// @param sourceFile the file it was read from, up to 2,000 characters; null where it came
///   otherwise
public record MemoryDocument(
        @Nullable String text,
        @Nullable String inReplyTo,
        @Nullable String sourceId,
        @Nullable String sourceType,
        @Nullable String videoId,
        @Nullable String videoTitle,
        @Nullable Double startSeconds,
        @Nullable Double endSeconds,
        @Nullable String url,
        @Nullable String speaker,
        @Nullable String provenance,
        @Nullable String createdAt,
        List<String> tags,
        @Nullable String platform,
        @Nullable String channel,
        @Nullable String sourceFile) {
    public MemoryDocument {
        tags = List.copyOf(tags);
    }

    /// This document as a passage of an indexed video.
    MemoryDocument inVideo(
            @Nullable String itsSourceId,
            String itsProvenance,
            List<String> topics,
            @Nullable String itsChannel) {
        return new MemoryDocument(
                text,
                inReplyTo,
                itsSourceId,
                sourceType,
                videoId,
                videoTitle,
                startSeconds,
                endSeconds,
                url,
                speaker,
                itsProvenance,
                createdAt,
                topics,
                platform,
                itsChannel,
                sourceFile);
    }

    /// This document as read from a file.
    MemoryDocument from(String file) {
        return new MemoryDocument(
                text,
                inReplyTo,
                sourceId,
                sourceType,
                videoId,
                videoTitle,
                startSeconds,
                endSeconds,
                url,
                speaker,
                provenance,
                createdAt,
                tags,
                platform,
                channel,
                file);
    }

    /// A comment and what it answered, by a known speaker.
    public static MemoryDocument comment(
            String sourceId, @Nullable String inReplyTo, String text, @Nullable String speaker) {
        return new MemoryDocument(
                text,
                inReplyTo,
                sourceId,
                "comment",
                null,
                null,
                null,
                null,
                null,
                speaker,
                "verbatim",
                null,
                List.of(),
                null,
                null,
                null);
    }
}
