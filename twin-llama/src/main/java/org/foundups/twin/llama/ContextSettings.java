package org.foundups.twin.llama;

/// How much is kept and computed at a time.
///
/// @param slotTokens the longest prompt and reply together, for each slot
/// @param slots how many requests are answered at the same time, each with a warm prompt of its own
/// @param threads to compute with
record ContextSettings(int slotTokens, int slots, int threads) {
    /// The longest beginning that is kept aside.
    int pinnedTokens() {
        return slotTokens / 2;
    }

    /// Room for all slots and the pinned beginning, even when they have nothing in common: then
    /// there is always a place for the next token.
    int totalTokens() {
        return slots * slotTokens + pinnedTokens();
    }

    /// The sequence that holds the pinned beginning; those of the slots are numbered from 0.
    int pinnedSequence() {
        return slots;
    }

    int sequences() {
        return slots + 1;
    }
}
