package org.foundups.twin.api.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits on calls, `twin.access.*`.
///
/// @param requestsPerSecond sustained calls per key; callers without a key get a tenth
/// @param burst calls a key may make at once before it is slowed down
/// @param bodyLimitBytes greatest request body, imports excepted
@ConfigurationProperties("twin.access")
public record AccessSettings(
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue("400") int burst,
        @DefaultValue("1048576") int bodyLimitBytes) {
    public AccessSettings {
        if (requestsPerSecond < 1)
            throw new IllegalArgumentException("twin.access.requests-per-second is below 1");
        if (burst < requestsPerSecond) {
            throw new IllegalArgumentException(
                    "twin.access.burst is below twin.access.requests-per-second");
        }
        if (bodyLimitBytes < 1024)
            throw new IllegalArgumentException("twin.access.body-limit-bytes is below 1024");
    }
}
