package org.foundups.twin.rag.video;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.foundups.twin.rag.video.TrainingItem.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Validates the items of a block one by one.
final class TrainingItems {
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d{0,40})(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?");

    private final Track track;
    private final List<String> spoken;
    private final List<TrainingItem> items = new ArrayList<>();
    private final Map<String, Integer> rejected = new TreeMap<>();
    private int coerced;

    /// @param track the segments that ordinals mean
    /// @param spoken the words of verbatim tracks
    TrainingItems(Track track, List<String> spoken) {
        this.track = track;
        this.spoken = spoken;
    }

    /// An element that may be an item.
    ///
    /// @param elements how many the track has, those that are no segments included
    private record Claim(Kind kind, JsonNode element, int elements) {
        JsonNode segment() {
            return element.path("segment_idx");
        }

        JsonNode answer() {
            return element.path("answer_segment_idx");
        }

        JsonNode text() {
            return element.path(kind.text());
        }

        /// Missing where the kind has no score.
        JsonNode score() {
            return kind.score().isEmpty() ? MissingNode.getInstance() : element.path(kind.score());
        }
    }

    /// Why an item is not valid; the first objection counts.
    private static final List<Function<Claim, Optional<String>>> OBJECTIONS =
            List.of(
                    claim -> objection(!claim.element().isObject(), "no_object"),
                    claim -> objection(absent(claim.segment()), "no_segment_idx"),
                    claim -> aboutOrdinal(claim.segment(), claim.elements()),
                    claim -> aboutOrdinal(claim.answer(), claim.elements()),
                    claim ->
                            objection(
                                    !absent(claim.score()) && number(claim.score()).isEmpty(),
                                    "score_no_number"),
                    claim ->
                            objection(
                                    !claim.text().isString() || claim.text().asString().isBlank(),
                                    "no_text"));

    private static Optional<String> objection(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }

    private static Optional<String> aboutOrdinal(JsonNode node, int elements) {
        if (absent(node)) return Optional.empty();
        var number = number(node);
        if (number.isEmpty()) return Optional.of("segment_idx_no_number");
        var ordinal = number.get();
        if (ordinal.signum() < 0 || ordinal.compareTo(BigDecimal.valueOf(elements - 1L)) > 0)
            return Optional.of("segment_idx_out_of_range");
        return objection(ordinal.stripTrailingZeros().scale() > 0, "segment_idx_no_integer");
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /// A number, also one that stands there as a string.
    static Optional<BigDecimal> number(JsonNode node) {
        if (node.isNumber() && !node.isDouble()) return Optional.of(node.decimalValue());
        return node.isString() && NUMBER.matcher(node.asString()).matches()
                ? Optional.of(new BigDecimal(node.asString()))
                : Optional.empty();
    }

    void read(Kind kind, JsonNode list) {
        if (!list.isArray()) return;
        for (var element : list) {
            var claim = new Claim(kind, element, track.segments().size() + track.rejected());
            OBJECTIONS.stream()
                    .flatMap(objection -> objection.apply(claim).stream())
                    .findFirst()
                    .ifPresentOrElse(
                            reason -> rejected.merge(reason, 1, Integer::sum),
                            () -> items.add(item(claim)));
        }
    }

    private TrainingItem item(Claim claim) {
        var text = claim.text().asString();
        var ordinal = taken(claim.segment()).map(Number::intValue).orElseThrow();
        return new TrainingItem(
                claim.kind(),
                ordinal,
                text,
                taken(claim.score()).orElse(null),
                taken(claim.answer()).map(Number::intValue).orElse(null),
                speaker(ordinal),
                claim.kind() == Kind.VERBATIM_QUOTES && Confirmation.occurs(text, spoken),
                claim.element());
    }

    /// A missing number is missing, and no default.
    private Optional<BigDecimal> taken(JsonNode node) {
        if (node.isString()) coerced++;
        return number(node);
    }

    private Speaker speaker(int ordinal) {
        return track.segments().stream()
                .filter(segment -> segment.ordinal() == ordinal)
                .findFirst()
                .map(Segment::speaker)
                .orElse(new Speaker.Unknown());
    }

    List<TrainingItem> items() {
        return items;
    }

    Map<String, Integer> rejected() {
        return rejected;
    }

    int coerced() {
        return coerced;
    }
}
