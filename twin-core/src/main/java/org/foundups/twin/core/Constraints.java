package org.foundups.twin.core;

import org.jspecify.annotations.Nullable;

/// Limits the caller and the platform put on a text.
///
/// @param maxChars greatest number of Unicode code points, at least 1
/// @param maxEmoji greatest number of emoji, counted as graphemes, at least 0
/// @param language BCP 47 tag the text must be in; null means the language of the target
public record Constraints(int maxChars, int maxEmoji, @Nullable String language) {
    public Constraints {
        if (maxChars < 1) throw new IllegalArgumentException("max_chars is below 1");
        if (maxEmoji < 0) throw new IllegalArgumentException("max_emoji is below 0");
    }
}
