package org.foundups.twin.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to become of a target, and why.
///
/// @param confidence 0..1
/// @param reasons heaviest first, never empty
/// @param cooldown how long the thread rests after a comment; zero means not at all
/// @param cooldownUntil when a comment would be possible again; null if none stands in the way
/// @param requiresApproval whether a person must approve before anything is handed out
/// @param policyVersion identifies rules and thresholds
/// @param expiresAt after this it must be considered anew
public record Decision(
        Grounds grounds,
        Action action,
        double confidence,
        List<Reason> reasons,
        Duration cooldown,
        @Nullable Instant cooldownUntil,
        boolean requiresApproval,
        String policyVersion,
        Instant expiresAt) {
    public Decision {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) throw new IllegalArgumentException("a decision has a reason");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is 0..1, not " + confidence);
        }
        if (action == Action.COMMENT && !(grounds instanceof Verdict.Cleared)) {
            throw new IllegalArgumentException("only a cleared draft may become a comment");
        }
    }

    /// The heaviest reason, as a sentence.
    public String reason() {
        return reasons.getFirst().text();
    }

    /// The text to say; null unless the action is to comment.
    public @Nullable String suggestedText() {
        return action == Action.COMMENT && grounds instanceof Verdict.Cleared cleared
                ? cleared.text()
                : null;
    }

    /// What came in.
    public Incoming incoming() {
        return grounds.incoming();
    }
}
