package org.foundups.twin.rag;

import java.util.List;
import org.foundups.twin.core.Passage;
import org.jspecify.annotations.Nullable;

/// A passage found, with what else is known of it.
///
/// @param speaker as stored; null if nobody knows
/// @param platform youtube, linkedin or x; null if unknown
/// @param channel whose videos it comes from; null if unknown
/// @param sourceFile from which it was imported; null if it came otherwise
/// @param cosine of the embedding model, -1..1: the larger of query to text and query to the
///   comment answered; 0 where the language is beyond the model and words alone were compared
public record Hit(
        Passage passage,
        @Nullable String speaker,
        @Nullable String videoTitle,
        @Nullable String platform,
        @Nullable String channel,
        @Nullable String sourceFile,
        List<String> tags,
        double cosine) {
    public Hit {
        tags = List.copyOf(tags);
    }
}
