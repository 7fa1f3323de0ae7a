package org.foundups.twin.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A piece of the creator's memory that a query brought up.
///
/// @param documentId the stored document
/// @param inReplyTo the comment it answered, if it is an answer and the archive has it
/// @param sourceType comment, video_transcript, post or note
/// @param startSeconds where in the video it begins
/// @param byCreator whether the creator is known to be the speaker; unknown is false
/// @param score calibrated 0..1: how likely the passage is about what was asked
public record Passage(
        String documentId,
        String text,
        @Nullable String inReplyTo,
        String sourceId,
        String sourceType,
        @Nullable String videoId,
        @Nullable Double startSeconds,
        @Nullable Double endSeconds,
        @Nullable String url,
        Provenance provenance,
        boolean byCreator,
        @Nullable Instant createdAt,
        double score) {
    public Passage {
        if (!(score >= 0 && score <= 1))
            throw new IllegalArgumentException("a score is 0..1, not " + score);
    }

    /// Whether it may shape how the twin speaks.
    public boolean shapesVoice() {
        return byCreator && provenance == Provenance.VERBATIM;
    }
}
