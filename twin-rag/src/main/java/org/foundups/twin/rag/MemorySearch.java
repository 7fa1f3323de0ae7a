package org.foundups.twin.rag;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A search of one persona's memory.
///
/// @param text what is looked for; only the words count, there is no query syntax
/// @param limit most hits wanted, 1..200
/// @param sourceTypes only these; empty for all
/// @param channel only documents of this platform or with this tag, in any case; null for all
/// @param minimumScore 0..1; null for the memory's own floor
public record MemorySearch(
        String persona,
        String text,
        int limit,
        Set<SourceType> sourceTypes,
        @Nullable String channel,
        @Nullable Double minimumScore) {
    public MemorySearch {
        sourceTypes = Set.copyOf(sourceTypes);
        if (limit < 1 || limit > 200)
            throw new IllegalArgumentException("a limit is 1..200, not " + limit);
        if (minimumScore != null && !(minimumScore >= 0 && minimumScore <= 1))
            throw new IllegalArgumentException("a minimum score is 0..1, not " + minimumScore);
    }

    /// Everything of the persona's that bears on the text, ten hits at most.
    public static MemorySearch of(String persona, String text) {
        return new MemorySearch(persona, text, 10, Set.of(), null, null);
    }
}
