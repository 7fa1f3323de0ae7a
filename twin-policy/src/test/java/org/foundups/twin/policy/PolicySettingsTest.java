package org.foundups.twin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foundups.twin.policy.PolicySettings.DEFAULTS;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PolicySettingsTest {
    private static PolicySettings with(
            double comment, double like, double toxicity, Duration cooldown, int factor) {
        return new PolicySettings(
                comment,
                like,
                toxicity,
                cooldown,
                factor,
                DEFAULTS.liveMessageAge(),
                DEFAULTS.decisionLifetime(),
                DEFAULTS.liveDecisionLifetime());
    }

    @Test
    void hasDefaultsOfOriginal() {
        assertThat(DEFAULTS)
                .isEqualTo(
                        new PolicySettings(
                                0.7,
                                0.4,
                                0.3,
                                Duration.ofMinutes(5),
                                12,
                                Duration.ofMinutes(5),
                                Duration.ofDays(1),
                                Duration.ofMinutes(1)));
        assertThat(DEFAULTS.authorCooldown()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void refusesWhatIsNoProbability() {
        var minutes = Duration.ofMinutes(5);
        assertThatThrownBy(() -> with(1.1, 0.4, 0.3, minutes, 12))
                .hasMessageContaining("comment-above");
        assertThatThrownBy(() -> with(0.7, -0.1, 0.3, minutes, 12))
                .hasMessageContaining("like-above");
        assertThatThrownBy(() -> with(0.7, 0.4, Double.NaN, minutes, 12))
                .hasMessageContaining("toxicity-above");
    }

    @Test
    void refusesLikeThresholdAboveCommentThreshold() {
        assertThatThrownBy(() -> with(0.4, 0.7, 0.3, Duration.ZERO, 12))
                .hasMessageContaining("like-above is above");
    }

    @Test
    void refusesNegativeTimes() {
        assertThatThrownBy(() -> with(0.7, 0.4, 0.3, Duration.ofSeconds(-1), 12))
                .hasMessageContaining("cooldown");
        assertThatThrownBy(() -> with(0.7, 0.4, 0.3, Duration.ZERO, -1))
                .hasMessageContaining("author-cooldown-factor");
        var second = Duration.ofSeconds(1);
        var before = second.negated();
        assertThatThrownBy(
                        () -> new PolicySettings(0.7, 0.4, 0.3, second, 1, before, second, second))
                .hasMessageContaining("live-message-age");
        assertThatThrownBy(
                        () -> new PolicySettings(0.7, 0.4, 0.3, second, 1, second, before, second))
                .hasMessageContaining("decision-lifetime");
        assertThatThrownBy(
                        () -> new PolicySettings(0.7, 0.4, 0.3, second, 1, second, second, before))
                .hasMessageContaining("live-decision-lifetime");
    }
}
