package org.foundups.twin.drafter;

import java.nio.file.Path;

/// Where models and native libraries are described and kept.
///
/// @param models the catalogue that comes with the twin, `config/models.json`
/// @param natives the list of native packages, `config/natives.json`
/// @param home the data directory of this twin: its own catalogue and choice lie there
/// @param cache shared between twins: files that can be fetched again
public record StoreSettings(Path models, Path natives, Path home, Path cache) {
    Path ownModels() {
        return home.resolve("models.json");
    }

    Path modelDirectory() {
        return cache.resolve("models");
    }

    Path nativeDirectory() {
        return cache.resolve("native");
    }
}
