package org.foundups.twin.guardrails;

import java.util.List;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.Target;

/// What a text is to be said on.
///
/// @param shown the passages its writer saw; none for a text by a person
record Occasion(Incoming incoming, List<Passage> shown) {
    /// Nothing is compared with more of a text from outside than this, in UTF-16 code units.
    private static final int MOST_CHARACTERS = 20_000;

    Occasion {
        shown = List.copyOf(shown);
    }

    Target target() {
        return incoming.target();
    }

    Persona persona() {
        return incoming.persona();
    }

    /// The words of a text that is compared with the draft.
    static List<Word> words(String text) {
        var end = Math.min(text.length(), MOST_CHARACTERS);
        return Words.of(Folding.fold(text.substring(0, end)).text());
    }
}
