package org.foundups.twin.api;

import java.time.Duration;
import org.foundups.twin.policy.PolicySettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Thresholds of the decision, `twin.policy.*`; meanings and ranges stand at [PolicySettings].
@ConfigurationProperties(prefix = "twin.policy", ignoreUnknownFields = false)
record PolicyProperties(
        @DefaultValue("0.7") double commentAbove,
        @DefaultValue("0.4") double likeAbove,
        @DefaultValue("0.3") double toxicityAbove,
        @DefaultValue("300s") Duration cooldown,
        @DefaultValue("12") int authorCooldownFactor,
        @DefaultValue("300s") Duration liveMessageAge,
        @DefaultValue("24h") Duration decisionLifetime,
        @DefaultValue("60s") Duration liveDecisionLifetime) {
    PolicySettings settings() {
        return new PolicySettings(
                commentAbove,
                likeAbove,
                toxicityAbove,
                cooldown,
                authorCooldownFactor,
                liveMessageAge,
                decisionLifetime,
                liveDecisionLifetime);
    }
}
