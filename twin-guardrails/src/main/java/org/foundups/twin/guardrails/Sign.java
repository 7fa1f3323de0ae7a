package org.foundups.twin.guardrails;

import org.foundups.twin.core.Span;
import org.jspecify.annotations.Nullable;

/// What a detector makes of a text.
///
/// @param probability 0..1
/// @param sentence what a person reads
/// @param span what it rests on; null if on the whole text or on nothing
record Sign(double probability, String sentence, @Nullable Span span) {
    static final Sign NONE = new Sign(0, "nothing was seen", null);

    /// The stronger of two, this one if they are equal.
    Sign or(Sign other) {
        return other.probability > probability ? other : this;
    }
}
