package org.foundups.twin.drafter;

import java.net.URI;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;

/// Where a model answers, if it does at this moment. Asked anew for every request, because an
/// embedded engine moves to another port when it is restarted. Safe for use by several threads.
@FunctionalInterface
public interface EngineEndpoint {
    /// Where to send the next request, or why there is no point in sending one.
    Availability current();

    /// A server somebody else runs: LM Studio, Ollama, vLLM, llama-server.
    ///
    /// @param url with or without a trailing slash or `/v1`
    /// @param model the name the server knows it by; null means the first one the server lists
    /// @param key bearer token; null if the server wants none
    /// @throws TwinException of code VALIDATION if the address is no http or https address
    static EngineEndpoint external(String url, @Nullable String model, @Nullable String key) {
        var base = BaseUrl.parse(url);
        var ready =
                new Ready(base, blankToNull(key), blankToNull(model), null, ServerHint.EXTERNAL);
        return () -> ready;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// What can be said about a model server without asking it.
    sealed interface Availability {}

    /// It should answer.
    ///
    /// @param base ends in `/v1`, without a slash after it
    /// @param key bearer token; never logged
    /// @param model the name to ask for; null means the first one the server lists
    /// @param modelSha256 hash of the model file in hex, if known
    /// @param hint what to advise when it does not answer
    record Ready(
            URI base,
            @Nullable String key,
            @Nullable String model,
            @Nullable String modelSha256,
            ServerHint hint)
            implements Availability {
        /// Without the key.
        @Override
        public String toString() {
            return "Ready[" + base + ", model " + model + "]";
        }
    }

    /// It will not answer now.
    ///
    /// @param reason a sentence a tired person understands
    record NotReady(TwinException.Code code, String reason) implements Availability {}

    /// Whose server it is, so that a failure can name the likely cause.
    enum ServerHint {
        /// The embedded engine, which the service starts itself.
        EMBEDDED,
        /// A server that somebody else starts.
        EXTERNAL
    }
}
