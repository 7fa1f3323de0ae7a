package org.foundups.twin.drafter;

import java.util.List;

/// One question to a model server.
///
/// @param messages a system message first
/// @param maxTokens greatest number of tokens written, at least 1
/// @param temperature 0 and up
/// @param topP above 0, up to 1
/// @param seed 0..2^31-1: the same seed and prompt give the same answer where the server can
/// @param stop the answer ends before the first of these
record ChatRequest(
        List<ChatMessage> messages,
        int maxTokens,
        double temperature,
        double topP,
        int seed,
        List<String> stop) {
    ChatRequest {
        messages = List.copyOf(messages);
        stop = List.copyOf(stop);
        if (messages.isEmpty()) throw new IllegalArgumentException("nothing is asked");
        if (maxTokens < 1) throw new IllegalArgumentException("maxTokens is below 1");
    }
}
