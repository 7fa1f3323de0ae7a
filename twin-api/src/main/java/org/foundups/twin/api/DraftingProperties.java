package org.foundups.twin.api;

import java.time.Duration;
import org.foundups.twin.drafter.CallLimits;
import org.foundups.twin.drafter.DraftingSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How drafts are asked for, `twin.drafter.*`; meanings and ranges stand at [DraftingSettings] and
/// [CallLimits].
@ConfigurationProperties(prefix = "twin.drafter", ignoreUnknownFields = false)
record DraftingProperties(
        @DefaultValue("90") int maxTokens,
        @DefaultValue("0.6") double temperature,
        @DefaultValue("0.85") double topP,
        @DefaultValue("3s") Duration connectWithin,
        @DefaultValue("30s") Duration firstTokenWithin,
        @DefaultValue("10s") Duration nextTokenWithin,
        @DefaultValue("60s") Duration wholeWithin,
        @DefaultValue("1048576") int answerBytes) {
    DraftingSettings settings() {
        var limits =
                new CallLimits(
                        connectWithin, firstTokenWithin, nextTokenWithin, wholeWithin, answerBytes);
        return new DraftingSettings(limits, maxTokens, temperature, topP);
    }
}
