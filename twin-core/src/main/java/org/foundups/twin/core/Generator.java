package org.foundups.twin.core;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who or what wrote a draft, and what it cost.
///
/// @param model name the endpoint answered with
/// @param modelSha256 hash of the model file in hex; null if the endpoint does not tell
/// @param adapter name of the LoRA adapter; null for none
/// @param promptTokens whole prompt, cached part included
/// @param cachedTokens part of the prompt that was not evaluated again
public record Generator(
        Kind kind,
        String model,
        @Nullable String modelSha256,
        @Nullable String adapter,
        String promptVersion,
        int promptTokens,
        int cachedTokens,
        int completionTokens) {
    /// A model's words, or the creator's own past reply.
    public enum Kind {
        LLM,
        EXTRACTIVE;

        /// The name on the wire, in lower case.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
