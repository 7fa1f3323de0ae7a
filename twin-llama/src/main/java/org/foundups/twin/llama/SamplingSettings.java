package org.foundups.twin.llama;

import java.util.Map;

/// How the next token is chosen. The defaults are those of the OpenAI protocol: sample from what
/// the model says, and change nothing about it.
///
/// @param temperature 0..2; 0 takes the likeliest token
/// @param topP above 0, up to 1; 1 is off
/// @param topK 0 and up; 0 is off
/// @param minP 0..1; 0 is off
/// @param repeatPenalty above 0, up to 2; 1 is off
/// @param frequencyPenalty -2..2; 0 is off
/// @param presencePenalty -2..2; 0 is off
/// @param repeatLast how many of the last written tokens the three penalties look at
/// @param seed the same seed, prompt and state of the cache give the same text
/// @param logitBias added to the logits of these tokens, -100..100
record SamplingSettings(
        double temperature,
        double topP,
        int topK,
        double minP,
        double repeatPenalty,
        double frequencyPenalty,
        double presencePenalty,
        int repeatLast,
        long seed,
        Map<Integer, Double> logitBias) {
    SamplingSettings {
        logitBias = Map.copyOf(logitBias);
    }

    /// The seed as native code takes it. Its one value that means "any seed" is left out.
    int nativeSeed() {
        var folded = (int) (seed ^ (seed >>> 32));
        return folded == -1 ? 0 : folded;
    }

    boolean penalises() {
        return repeatPenalty != 1 || frequencyPenalty != 0 || presencePenalty != 0;
    }
}
