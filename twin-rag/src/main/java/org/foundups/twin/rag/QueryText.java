package org.foundups.twin.rag;

import java.lang.Character.UnicodeScript;
import java.util.List;

/// A text from outside, cut to what searching looks at.
///
/// @param text at most [#LENGTH] characters, whole code points, no half surrogate pairs
record QueryText(String text) {
    /// About 150 tokens of English; the embedding model was trained on 128. A longer text costs
    /// time and blurs what it asks.
    static final int LENGTH = 700;

    private static final int TERMS = 32;

    static QueryText of(String raw) {
        var end = Math.min(raw.length(), LENGTH);
        if (end < raw.length() && Character.isHighSurrogate(raw.charAt(end - 1))) end--;
        var kept = new StringBuilder(end);
        raw.substring(0, end)
                .codePoints()
                .map(point -> isSurrogate(point) || Character.isISOControl(point) ? ' ' : point)
                .forEach(kept::appendCodePoint);
        return new QueryText(kept.toString().strip());
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /// Whether there is a letter or a digit at all.
    boolean saysSomething() {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// Whether the embedding model knows the script: it learned English only, and puts all
    /// sentences in another script close together, unrelated ones too.
    boolean inLatinScript() {
        var letters = text.codePoints().filter(Character::isLetter).count();
        var latin =
                text.codePoints()
                        .filter(Character::isLetter)
                        .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN)
                        .count();
        return 2 * latin >= letters;
    }

    List<String> terms() {
        return MemoryAnalyzer.terms(text, TERMS);
    }
}
