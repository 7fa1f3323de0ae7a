package org.foundups.twin.policy;

import java.time.Duration;

/// Thresholds of the decision, `twin.policy.*`. Comparisons are strict: a value equal to a
/// threshold does not pass it. Defaults are those of the original system.
///
/// @param commentAbove relevance above which an answer is written, 0..1
/// @param likeAbove relevance above which a like is given, 0..1
/// @param toxicityAbove probability of abuse above which a target is left alone, 0..1
/// @param cooldown how long a thread rests after a comment in it; zero means not at all
/// @param authorCooldownFactor how many times as long the author rests
/// @param liveMessageAge older live messages are left alone
/// @param decisionLifetime after this a decision must be made anew
/// @param liveDecisionLifetime the same for live messages
public record PolicySettings(
        double commentAbove,
        double likeAbove,
        double toxicityAbove,
        Duration cooldown,
        int authorCooldownFactor,
        Duration liveMessageAge,
        Duration decisionLifetime,
        Duration liveDecisionLifetime) {
    /// As shipped.
    public static final PolicySettings DEFAULTS =
            new PolicySettings(
                    0.7,
                    0.4,
                    0.3,
                    Duration.ofSeconds(300),
                    12,
                    Duration.ofSeconds(300),
                    Duration.ofHours(24),
                    Duration.ofSeconds(60));

    public PolicySettings {
        probability("comment-above", commentAbove);
        probability("like-above", likeAbove);
        probability("toxicity-above", toxicityAbove);
        if (likeAbove > commentAbove) {
            throw new IllegalArgumentException(
                    "twin.policy.like-above is above twin.policy.comment-above");
        }
        notNegative("cooldown", cooldown);
        if (authorCooldownFactor < 0) {
            throw new IllegalArgumentException("twin.policy.author-cooldown-factor is below 0");
        }
        notNegative("live-message-age", liveMessageAge);
        notNegative("decision-lifetime", decisionLifetime);
        notNegative("live-decision-lifetime", liveDecisionLifetime);
    }

    /// How long an author rests after being answered.
    public Duration authorCooldown() {
        return cooldown.multipliedBy(authorCooldownFactor);
    }

    private static void probability(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("twin.policy." + key + " is 0..1, not " + value);
        }
    }

    private static void notNegative(String key, Duration value) {
        if (value.isNegative())
            throw new IllegalArgumentException("twin.policy." + key + " is below zero");
    }
}
