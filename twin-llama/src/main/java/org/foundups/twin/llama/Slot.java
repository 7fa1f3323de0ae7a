package org.foundups.twin.llama;

import org.foundups.twin.llama.SlotTable.Candidate;
import org.jspecify.annotations.Nullable;

/// A place where one reply is written at a time, and what it holds from the last one. Belongs to
/// the decoder's thread.
final class Slot {
    private final TokenSequence held;
    private volatile @Nullable Reply reply;
    private long lastUsed;
    private int marked;

    Slot(int sequence) {
        this.held = new TokenSequence(sequence);
    }

    /// The tokens that are evaluated.
    TokenSequence held() {
        return held;
    }

    /// What is being written; null if nothing is.
    @Nullable Reply reply() {
        return reply;
    }

    void take(Reply next) {
        reply = next;
    }

    /// @param now any measure that grows with time
    void release(long now) {
        var over = reply;
        if (over != null) over.close();
        reply = null;
        lastUsed = now;
    }

    /// Everything held now is evaluated.
    void mark() {
        marked = held.length();
    }

    /// Gives up what came after the mark.
    ///
    /// @return false if all had to be given up
    boolean rollBack(LlamaContext context) {
        if (held.length() == marked) return true;
        var kept = context.forget(held.id(), marked);
        held.cutTo(kept ? marked : 0);
        return kept;
    }

    Candidate candidate() {
        return new Candidate(held, reply != null, lastUsed);
    }
}
