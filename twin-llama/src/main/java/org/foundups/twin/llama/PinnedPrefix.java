package org.foundups.twin.llama;

import java.util.Arrays;

/// Which system message is kept aside, so that no other request pushes it out: the first that
/// comes, until another one comes twice in a row.
final class PinnedPrefix {
    /// Shorter ones cost too little to be kept.
    private static final int SHORTEST = 16;

    private final int longest;
    private int[] pinned = new int[0];
    private int[] last = new int[0];

    /// @param longest how many tokens there is room for
    PinnedPrefix(int longest) {
        this.longest = longest;
    }

    /// Told of every prompt once its beginning is evaluated.
    ///
    /// @return whether that beginning is to be pinned now
    boolean shouldPin(Prompt prompt) {
        var length = prompt.prefixLength();
        if (length < SHORTEST || length > longest) return false;
        var prefix = Arrays.copyOf(prompt.tokens(), length);
        var twice = Arrays.equals(prefix, last);
        last = prefix;
        if (Arrays.equals(prefix, pinned) || (pinned.length > 0 && !twice)) return false;
        pinned = prefix;
        return true;
    }
}
