package org.foundups.twin.llama;

import java.util.Locale;

/// What becomes of a job, in the order in which it happens: begun, then any number of texts, then
/// ended. Failure and cancellation come at any time, and nothing after them.
sealed interface Step {
    /// It has a slot; its prompt is being evaluated.
    record Begun() implements Step {}

    /// More of the reply.
    record Written(TextOutput.Shown shown) implements Step {}

    /// The reply is complete.
    record Ended(FinishReason reason, Usage usage) implements Step {}

    /// There will be no reply, or no more of it.
    record Failed(ApiError error) implements Step {}

    /// Nobody waits for it any more.
    record Cancelled() implements Step {}

    /// Why a reply is over.
    enum FinishReason {
        /// The model ended its turn, or a stop string came.
        STOP,
        /// The reply was as long as it may be, or the context was full.
        LENGTH;

        /// The name on the wire.
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a reply cost.
    ///
    /// @param promptTokens all of them
    /// @param cachedTokens those of them that were evaluated earlier
    /// @param writtenTokens the reply, without the token that ended the turn
    /// @param promptNanos from the slot to the first token
    /// @param writtenNanos from the first token to the last
    record Usage(
            int promptTokens,
            int cachedTokens,
            int writtenTokens,
            long promptNanos,
            long writtenNanos) {}
}
