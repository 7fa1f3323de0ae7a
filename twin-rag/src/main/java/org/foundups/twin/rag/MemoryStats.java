package org.foundups.twin.rag;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the memory holds, over all personas.
///
/// @param documents how many are stored
/// @param bySourceType counts by comment, video_transcript, post, note
/// @param byProvenance counts by verbatim, paraphrase
/// @param bySpeaker counts of the twenty most frequent speakers; unknown as "unknown"
/// @param byPersona counts of the twenty largest personas
/// @param indexed how many this node's index holds
/// @param elsewhere passages of videos that do not go to the twin: stored and not found
/// @param lag changes committed that this node's index has not taken in
/// @param otherModel documents whose vectors are of another model: not found until a rebuild
/// @param embeddingModel the model in use
/// @param lastStored when something was last stored or deleted; null if never
public record MemoryStats(
        long documents,
        Map<String, Long> bySourceType,
        Map<String, Long> byProvenance,
        Map<String, Long> bySpeaker,
        Map<String, Long> byPersona,
        long indexed,
        long elsewhere,
        long lag,
        long otherModel,
        String embeddingModel,
        @Nullable Instant lastStored) {
    public MemoryStats {
        bySourceType = Map.copyOf(bySourceType);
        byProvenance = Map.copyOf(byProvenance);
        bySpeaker = Map.copyOf(bySpeaker);
        byPersona = Map.copyOf(byPersona);
    }
}
