package org.foundups.twin.llama;

import java.util.Arrays;

/// Which tokens one sequence of the native memory holds, from its beginning. Changed by one thread;
/// its length can be read by any.
final class TokenSequence {
    private final int id;
    private int[] tokens = new int[256];
    private volatile int length;

    /// @param id number of the sequence in native memory
    TokenSequence(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    int length() {
        return length;
    }

    void append(int token) {
        var end = length;
        if (end == tokens.length) tokens = Arrays.copyOf(tokens, 2 * end);
        tokens[end] = token;
        length = end + 1;
    }

    /// Keeps the first tokens only.
    void cutTo(int kept) {
        length = Math.min(length, kept);
    }

    /// Holds the first tokens of a text from now on, and nothing else.
    void become(int[] text, int count) {
        tokens = Arrays.copyOf(text, Math.max(256, count));
        length = count;
    }

    /// How many tokens it has in common with the beginning of a text.
    int commonPrefix(int[] text) {
        var limit = Math.min(length, text.length);
        var mismatch = Arrays.mismatch(tokens, 0, limit, text, 0, limit);
        return mismatch < 0 ? limit : mismatch;
    }
}
