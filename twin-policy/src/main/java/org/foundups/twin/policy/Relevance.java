package org.foundups.twin.policy;

import org.foundups.twin.core.Features;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.Signals;

/// How much a target is the creator's business:
///
///     about     = 1 - (1 - memory) (1 - topic)
///     need      = max(question min(1, addressed / 0.6), addressed / 2)
///     relevance = about (0.55 + 0.45 need)
///
/// `memory` is the best calibrated passage score, `topic` the best calibrated topic score, a
/// secondary topic counting three quarters: both are probabilities that the target is about what
/// the creator talks about, so either suffices (noisy or). A question counts in full when it stands
/// under the creator's own work (addressed 0.6) or nearer, and less when it is put to somebody else.
/// What asks nothing reaches 0.55 + 0.45 / 2 = 0.775 at most, and the default comment threshold of
/// 0.7 only if it is plainly about the creator's subject and said to the creator by name. The
/// weights are first settings, held by the rows of `RelevanceAppraiserTest`.
final class Relevance {
    private static final double SECONDARY = 0.75;
    private static final double FLOOR = 0.55;

    /// How surely the creator is meant by what stands under their own work.
    private static final double UNDER_OWN_WORK = 0.6;

    private Relevance() {}

    static Features features(Recollection recollection) {
        var memory = recollection.passages().stream().mapToDouble(Passage::score).max().orElse(0);
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
        var meant = Math.min(1, signals.addressed() / UNDER_OWN_WORK);
        return Math.max(signals.question() * meant, signals.addressed() / 2);
    }
}
