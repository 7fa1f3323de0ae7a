package org.foundups.twin.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Appraiser;
import org.foundups.twin.core.Circumstances;
import org.foundups.twin.core.Features;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Recollection;
import org.jspecify.annotations.Nullable;

/// Judges by three thresholds, in this order: toxicity, relevance for words, relevance for a like.
final class RelevanceAppraiser implements Appraiser {
    private final PolicySettings settings;

    RelevanceAppraiser(PolicySettings settings) {
        this.settings = settings;
    }

    @Override
    public Appraisal appraise(Recollection recollection) {
        var features = Relevance.features(recollection);
        var toxicity = recollection.admitted().signals().abuse();
        if (toxicity > settings.toxicityAbove()) {
            return wordless(recollection, features, Action.IGNORE, 0.9, toxic(toxicity), null);
        }
        if (features.relevance() > settings.commentAbove())
            return worthWords(recollection, features);
        if (features.relevance() > settings.likeAbove()) {
            return wordless(
                    recollection,
                    features,
                    Action.LIKE,
                    features.relevance(),
                    likeable(features),
                    null);
        }
        return praised(recollection)
                ? wordless(recollection, features, Action.LIKE, 0.7, kind(), null)
                : wordless(recollection, features, Action.IGNORE, 0.8, beside(features), null);
    }

    private Appraisal worthWords(Recollection recollection, Features features) {
        var circumstances = recollection.incoming().circumstances();
        var until = latest(circumstances);
        if (until != null && until.isAfter(circumstances.now())) {
            return wordless(
                    recollection, features, Action.LIKE, 0.7, resting(circumstances, until), until);
        }
        if (!recollection.incoming().allowed().contains(Action.COMMENT)) {
            return wordless(
                    recollection, features, Action.LIKE, features.relevance(), mute(), null);
        }
        if (recollection.passages().isEmpty()) {
            return wordless(recollection, features, Action.HOLD, 0.9, nothingRemembered(), null);
        }
        return new Appraisal.Deserving(
                recollection, features, with(recollection, relevant(features)));
    }

    private static Appraisal wordless(
            Recollection recollection,
            Features features,
            Action action,
            double confidence,
            Reason reason,
            @Nullable Instant until) {
        var reasons = with(recollection, reason);
        return new Appraisal.Wordless(recollection, features, action, confidence, reasons, until);
    }

    /// The deciding reason first, then what screening and memory noticed, heaviest first.
    private static List<Reason> with(Recollection recollection, Reason deciding) {
        var reasons = new ArrayList<>(recollection.admitted().reasons());
        for (var topic : recollection.topics()) {
            if (topic.score() <= 0.5) continue;
            reasons.add(
                    new Reason(
                            "NEAR_TOPIC",
                            "It is near the topic \"" + topic.topic() + "\".",
                            Math.min(1, topic.score() / 2),
                            null));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.weight())));
        reasons.addFirst(deciding);
        return reasons;
    }

    private static boolean praised(Recollection recollection) {
        return recollection.admitted().reasons().stream()
                .anyMatch(reason -> reason.code().equals("PRAISE"));
    }

    private Reason toxic(double toxicity) {
        return reason(
                "TOXIC",
                "Its toxicity of %.2f is above %.2f.",
                toxicity,
                settings.toxicityAbove(),
                toxicity);
    }

    private Reason relevant(Features features) {
        return reason(
                "RELEVANT",
                "Its relevance of %.2f is above %.2f, so it deserves an answer.",
                features.relevance(),
                settings.commentAbove(),
                features.relevance());
    }

    private Reason likeable(Features features) {
        return reason(
                "SOMEWHAT_RELEVANT",
                "Its relevance of %.2f is above %.2f but asks for no answer.",
                features.relevance(),
                settings.likeAbove(),
                features.relevance());
    }

    private static Reason mute() {
        return new Reason(
                "NOT_ALLOWED",
                "It deserves an answer, but the caller cannot comment here.",
                1,
                null);
    }

    /// Without a passage a model would make the answer up.
    private static Reason nothingRemembered() {
        return new Reason(
                "NO_MEMORY",
                "It deserves an answer, but nothing the creator has said bears on it.",
                1,
                null);
    }

    private static Reason kind() {
        return new Reason("KIND_WORDS", "It is kind and leaves nothing to answer.", 0.7, null);
    }

    private Reason beside(Features features) {
        return reason(
                "NOT_RELEVANT",
                "Its relevance of %.2f is not above %.2f.",
                features.relevance(),
                settings.likeAbove(),
                1 - features.relevance());
    }

    private static Reason resting(Circumstances circumstances, Instant until) {
        var who = until.equals(circumstances.threadCooldownUntil()) ? "The thread" : "The author";
        var left = Math.ceilDiv(Duration.between(circumstances.now(), until).toMillis(), 1000);
        return new Reason(
                "COOLDOWN",
                who + " was answered lately; " + left + " seconds are left to wait.",
                0.7,
                null);
    }

    private static Reason reason(
            String code, String sentence, double figure, double threshold, double weight) {
        return new Reason(
                code,
                String.format(Locale.ROOT, sentence, figure, threshold),
                Math.min(1, weight),
                null);
    }

    private static @Nullable Instant latest(Circumstances circumstances) {
        var thread = circumstances.threadCooldownUntil();
        var author = circumstances.authorCooldownUntil();
        if (thread == null) return author;
        return author == null || thread.isAfter(author) ? thread : author;
    }
}
