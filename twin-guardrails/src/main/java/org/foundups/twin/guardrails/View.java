package org.foundups.twin.guardrails;

import java.util.List;
import org.foundups.twin.core.Span;

/// One way to read a text. The first view of a reading is the text as it stands; further ones undo
/// a disguise.
record View(Kind kind, Traced folded, List<Word> words) {
    /// How the text was read.
    enum Kind {
        /// As it stands.
        PLAIN,
        /// With digits and signs taken for the letters they resemble.
        LEET,
        /// With letters that stand apart drawn together.
        JOINED,
        /// Undone ROT13, Atbash or reversal.
        TURNED,
        /// What an encoded or invisible stretch says.
        DECODED;

        /// Whether somebody took pains to hide what it says.
        boolean disguised() {
            return this == DECODED || this == TURNED;
        }
    }

    static View of(Kind kind, Traced folded) {
        return new View(kind, folded, Words.of(folded.text()));
    }

    /// The stretch of the original from one word to another, both inclusive.
    Span span(int firstWord, int lastWord) {
        return folded.span(words.get(firstWord).from(), words.get(lastWord).to());
    }
}
