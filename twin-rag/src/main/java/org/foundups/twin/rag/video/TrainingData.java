package org.foundups.twin.rag.video;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The block `training_data`: unvalidated model output, of which the valid items are kept. Rules D1
/// to D4.
///
/// @param stale whether the segments are newer than the block: then no item may be used, and the
///   video is to be enhanced again
/// @param items the valid ones
/// @param rejected how many were not valid, by reason
/// @param coerced how many numbers stood there as strings
/// @param storedTier richness as stored; null if it is none of 0, 1 and 2
/// @param score richness of the valid items, 0 to 9
/// @param failed whether the block is what a failed enhancement leaves
public record TrainingData(
        boolean stale,
        List<TrainingItem> items,
        Map<String, Integer> rejected,
        int coerced,
        @Nullable Integer storedTier,
        int score,
        boolean failed) {
    private static final int RICH = 7;
    private static final int FAIR = 3;

    public TrainingData {
        items = List.copyOf(items);
        rejected = Map.copyOf(rejected);
    }

    /// Richness of the valid items: 0 low, 1 medium, 2 high.
    public int tier() {
        if (score >= RICH) return 2;
        return score >= FAIR ? 1 : 0;
    }

    /// The items that may be used.
    public List<TrainingItem> usable() {
        return stale ? List.of() : items;
    }

    /// Reads the block.
    ///
    /// @return empty if the file has none; an empty object counts as none
    static Optional<TrainingData> of(JsonNode root, List<Track> tracks, ZoneId zone) {
        var block = root.path("training_data");
        if (!block.isObject() || block.isEmpty()) return Optional.empty();
        var reading = new TrainingItems(primary(tracks), Confirmation.spoken(tracks));
        for (var list : TrainingItem.Kind.values()) reading.read(list, block.path(list.member()));
        var tier = TrainingItems.number(block.path("quality_tier"));
        var stored = tier.filter(value -> value.signum() >= 0 && value.intValue() <= 2);
        var score = score(block, reading.items());
        return Optional.of(
                new TrainingData(
                        isStale(root, zone),
                        reading.items(),
                        reading.rejected(),
                        reading.coerced(),
                        stored.map(Number::intValue).orElse(null),
                        score,
                        stored.filter(value -> value.signum() == 0).isPresent() && score == 0));
    }

    private static Track primary(List<Track> tracks) {
        return tracks.getFirst();
    }

    /// The original's points for having at least one of each.
    private static int score(JsonNode block, List<TrainingItem> items) {
        var style = block.path("style_fingerprint");
        var phrases = block.path("voice_patterns").path("signature_phrases");
        var score = style.isObject() && !style.isEmpty() ? 2 : 0;
        if (phrases.valueStream()
                .anyMatch(phrase -> phrase.isString() && !phrase.asString().isBlank())) score += 2;
        for (var kind : TrainingItem.Kind.values()) {
            if (items.stream().anyMatch(item -> item.kind() == kind)) score += kind.points();
        }
        return score;
    }

    private static boolean isStale(JsonNode root, ZoneId zone) {
        var enhanced = Moment.of(root.path("enhanced_at"), zone);
        return enhanced.isPresent()
                && Stream.of(
                                root.path("audio").path("extracted_at"),
                                root.path("repaired_at"),
                                root.path("indexed_at"))
                        .flatMap(node -> Moment.of(node, zone).stream())
                        .anyMatch(written -> written.at().isAfter(enhanced.get().at()));
    }
}
