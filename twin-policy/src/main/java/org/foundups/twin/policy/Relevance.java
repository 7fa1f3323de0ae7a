package org.foundups.twin.policy;

import org.foundups.twin.core.Features;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.Signals;

/// How much a target is the creator's business:
///
///     about     = 1 - (1 - memory) (1 - topic)
///     need      = max(question, addressed / 2)
///     relevance = about (0.55 + 0.45 need)
///
/// `memory` is the best calibrated passage score, `topic` the best calibrated topic score, a secondary topic
/// counting three quarters: both are probabilities that the target is about what the creator talks about, so
/// either suffices (noisy or). What asks nothing of the creator stays below the default comment threshold
/// of 0.7 unless it is plainly about the creator's subject and said to the creator. The weights are first
/// settings, held by tests on labelled comments; a fitted model replaces them with the decision policy.
final class Relevance {
    private static final double SECONDARY = 0.75;
    private static final double FLOOR = 0.55;

    private Relevance() {}

    static Features features(Recollection recollection) {
        var memory =
                recollection.passages().isEmpty() ? 0 : recollection.passages().getFirst().score();
        var topic =
                recollection.topics().stream()
                        .mapToDouble(match ->
                                match.primary() ? match.score() : SECONDARY * match.score())
                        .max()
                        .orElse(0);
        var about = 1 - (1 - memory) * (1 - topic);
        return new Features(
                about * (FLOOR + (1 - FLOOR) * need(recollection.admitted().signals())),
                memory,
                topic);
    }

    private static double need(Signals signals) {
        return Math.max(signals.question(), signals.addressed() / 2);
    }
}
