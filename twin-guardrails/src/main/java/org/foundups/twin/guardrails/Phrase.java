package org.foundups.twin.guardrails;

import java.util.List;

/// A sequence of words to look for, with a weight.
///
/// @param source as it was written
/// @param weight what a match means, 0..1; the list it stands in says what for
record Phrase(String source, double weight, List<Element> elements) {
    /// Nothing of the sentence comes before.
    static final String OPENING = "^";

    /// Nothing of the sentence comes after.
    static final String CLOSING = "$";

    Phrase {
        elements = List.copyOf(elements);
    }

    /// A piece of a phrase.
    sealed interface Element {}

    /// One of several words or short sequences of words.
    record Choice(List<List<String>> alternatives, boolean optional) implements Element {
        Choice {
            alternatives = List.copyOf(alternatives);
        }
    }

    /// Any words of the same sentence, up to a number.
    record Gap(int most) implements Element {}

    /// The word before is followed by this character.
    record FollowedBy(char character) implements Element {}

    /// Whether an alternative is an end of the sentence instead of words.
    static boolean isBoundary(List<String> alternative) {
        var first = alternative.getFirst();
        return first.equals(OPENING) || first.equals(CLOSING);
    }
}
