package org.foundups.twin.policy;

import org.foundups.twin.core.Appraiser;
import org.foundups.twin.core.Policy;
import org.foundups.twin.core.Screen;

/// What this module offers: the screen for everything that does not depend on the words, the
/// appraiser and the policy.
public final class Policies {
    private Policies() {}

    /// Refuses by circumstances: kill switch, own account, already answered, repost, promotion,
    /// age.
    public static Screen screen(PolicySettings settings) {
        return new StandingScreen(settings);
    }

    /// Judges by relevance, toxicity and cooldown.
    public static Appraiser appraiser(PolicySettings settings) {
        return new RelevanceAppraiser(settings);
    }

    /// Turns grounds into a decision.
    public static Policy policy(PolicySettings settings) {
        return new ThresholdPolicy(settings);
    }
}
