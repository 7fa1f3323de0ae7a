package org.foundups.twin.llama;

import org.foundups.twin.llama.Step.Usage;
import tools.jackson.databind.node.ObjectNode;

/// The numbers at the end of an answer: tokens as OpenAI tells them, times as llama.cpp's server
/// does.
final class Usages {
    private static final double MILLI = 1e6;

    private Usages() {}

    static void put(ObjectNode document, Usage usage) {
        var numbers = document.putObject("usage");
        numbers.put("prompt_tokens", usage.promptTokens());
        numbers.put("completion_tokens", usage.writtenTokens());
        numbers.put("total_tokens", usage.promptTokens() + usage.writtenTokens());
        numbers.putObject("prompt_tokens_details").put("cached_tokens", usage.cachedTokens());
        putTimings(document, usage);
    }

    /// `predicted_ms` goes from the first token to the last, so the rate is that of the tokens
    /// after the first.
    static void putTimings(ObjectNode document, Usage usage) {
        var evaluated = usage.promptTokens() - usage.cachedTokens();
        document.putObject("timings")
                .put("cache_n", usage.cachedTokens())
                .put("prompt_n", evaluated)
                .put("prompt_ms", usage.promptNanos() / MILLI)
                .put("prompt_per_second", Figures.perSecond(evaluated, usage.promptNanos()))
                .put("predicted_n", usage.writtenTokens())
                .put("predicted_ms", usage.writtenNanos() / MILLI)
                .put(
                        "predicted_per_second",
                        Figures.perSecond(usage.writtenTokens() - 1, usage.writtenNanos()));
    }
}
