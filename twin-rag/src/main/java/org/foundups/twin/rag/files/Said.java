package org.foundups.twin.rag.files;

import java.time.Instant;
import org.foundups.twin.rag.video.StorableText;
import org.jspecify.annotations.Nullable;

/// Something said in a thread.
///
/// @param author the name others call them by; null where nobody is called
/// @param at null if nobody knows
/// @param begins whether it is what the thread answers
record Said(@Nullable String author, @Nullable Instant at, String text, boolean begins) {
    /// As much of it as an answer may keep.
    private static final int LONGEST = 20_000;

    Said {
        // Another's broken character must not cost the creator's answer.
        text = StorableText.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /// The beginning of a thread in which nobody is called by name.
    static Said alone(String text) {
        return new Said(null, null, text, true);
    }

    /// Whether it was said before another, as far as anybody knows.
    boolean before(Said other) {
        return at == null || other.at == null || at.isBefore(other.at);
    }
}
