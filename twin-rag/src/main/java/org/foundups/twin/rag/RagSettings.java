package org.foundups.twin.rag;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Settings `twin.rag.*`.
///
/// @param indexDirectory where this node's index lies; may be deleted while nothing runs
/// @param nativeDirectory where native libraries are unpacked once; null for the libraries' own
///   places
/// @param minimumScore a passage below it is not recalled, 0..1
/// @param passages how many passages a recollection holds at most
/// @param neighbours how many nearest vectors are looked at before anything is left out; at least
///   100 keeps recall@10 above 0.95 on 100,000 documents
/// @param diversity 0..1: how much a passage loses for repeating a better one
/// @param duplicateCosine two passages nearer than this are one
/// @param embedders how many texts are embedded at the same time
/// @param followEvery how often changes made by other nodes are looked for, and the index is forced
///   to disk
public record RagSettings(
        Path indexDirectory,
        @Nullable Path nativeDirectory,
        double minimumScore,
        int passages,
        int neighbours,
        double diversity,
        double duplicateCosine,
        int embedders,
        Duration followEvery) {
    public RagSettings {
        var wrong = new ArrayList<String>();
        if (!fraction(minimumScore)) wrong.add("twin.rag.minimum-score is not within 0..1");
        if (passages < 1 || passages > 50) wrong.add("twin.rag.passages is not within 1..50");
        if (neighbours < passages || neighbours > 10_000)
            wrong.add("twin.rag.neighbours is not within passages..10000");
        if (!fraction(diversity)) wrong.add("twin.rag.diversity is not within 0..1");
        if (!fraction(duplicateCosine)) wrong.add("twin.rag.duplicate-cosine is not within 0..1");
        if (embedders < 1 || embedders > 64) wrong.add("twin.rag.embedders is not within 1..64");
        if (followEvery.toMillis() < 10) wrong.add("twin.rag.follow-every is below 10 ms");
        if (!wrong.isEmpty()) throw new IllegalArgumentException(String.join("; ", wrong));
    }

    /// The defaults for an index at the given place.
    public static RagSettings in(Path indexDirectory) {
        return new RagSettings(
                indexDirectory,
                null,
                0.35,
                5,
                100,
                0.25,
                0.95,
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8),
                Duration.ofSeconds(1));
    }

    private static boolean fraction(double value) {
        return value >= 0 && value <= 1;
    }
}
