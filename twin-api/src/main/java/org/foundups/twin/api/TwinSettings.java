package org.foundups.twin.api;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where things are and how the twin as a whole behaves, `twin.*`.
///
/// @param home everything this twin writes lies below it
/// @param cache models and native libraries, shared between twins
/// @param config persona, style, screen and model files
/// @param persona id of the persona that speaks where an account names none
/// @param attempts how often a draft may be tried in all, 1 to 5
/// @param sample whether an empty memory is filled with the sample at the first start
@ConfigurationProperties("twin")
record TwinSettings(
        Path home,
        Path cache,
        Path config,
        @DefaultValue("012") String persona,
        @DefaultValue("2") int attempts,
        @DefaultValue("true") boolean sample) {
    TwinSettings {
        if (attempts < 1 || attempts > 5)
            throw new IllegalArgumentException("twin.attempts is 1 to 5, not " + attempts);
    }

    Path trajectories() {
        return home.resolve("trajectories");
    }

    Path index() {
        return home.resolve("index");
    }

    /// Files to import by path must lie here: a caller must not read the rest of the disk.
    Path imports() {
        return home.resolve("imports");
    }

    Path administratorKey() {
        return home.resolve("admin.key");
    }
}
