package org.foundups.twin.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which model answers and where, `twin.engine.*`.
///
/// @param url a model server of the operator's that speaks the OpenAI chat protocol; empty for the
///   embedded engine
/// @param urlModel the model to ask for there; empty for the first one the server lists
/// @param urlKey its bearer token; empty if it wants none
/// @param model catalogue name for the embedded engine; empty for the one chosen with `model use`
/// @param threads 0 leaves it to the engine: one for each physical core
/// @param contextTokens of each slot, 512 to 131,072
/// @param slots how many prompts are kept warm and answered at the same time, 1 to 16
@ConfigurationProperties(prefix = "twin.engine", ignoreUnknownFields = false)
record EngineProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String urlModel,
        @DefaultValue("") String urlKey,
        @DefaultValue("") String model,
        @DefaultValue("0") int threads,
        @DefaultValue("2048") int contextTokens,
        @DefaultValue("2") int slots) {
    EngineProperties {
        if (threads < 0 || threads > 256) {
            throw new IllegalArgumentException("twin.engine.threads is 0 to 256, not " + threads);
        }
        if (contextTokens < 512 || contextTokens > 131_072) {
            throw new IllegalArgumentException(
                    "twin.engine.context-tokens is 512 to 131072, not " + contextTokens);
        }
        if (slots < 1 || slots > 16) {
            throw new IllegalArgumentException("twin.engine.slots is 1 to 16, not " + slots);
        }
    }

    boolean external() {
        return !url.isBlank();
    }

    /// Without the key.
    @Override
    public String toString() {
        return "EngineProperties[" + (external() ? url : "embedded " + model) + "]";
    }
}
