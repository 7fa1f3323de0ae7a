package org.foundups.twin.llama;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request, read and checked.
///
/// @param maxTokens the longest reply; 0 for as much as the context holds
/// @param stop the reply ends before the first of these
/// @param topLogprobs how many of the likeliest tokens are told at each place; -1 if
///   log-probabilities are not wanted at all
/// @param grammar null for free text
/// @param cachePrompt whether a beginning evaluated earlier may be used
/// @param slot the slot that is preferred; -1 for any
/// @param stream whether the reply is sent as it is written
/// @param includeUsage whether a stream ends with the numbers of tokens
record CompletionRequest(
        PromptSource prompt,
        SamplingSettings sampling,
        int maxTokens,
        List<String> stop,
        int topLogprobs,
        @Nullable Grammar grammar,
        boolean cachePrompt,
        int slot,
        boolean stream,
        boolean includeUsage) {
    CompletionRequest {
        stop = List.copyOf(stop);
    }

    boolean wantsLogprobs() {
        return topLogprobs >= 0;
    }
}
