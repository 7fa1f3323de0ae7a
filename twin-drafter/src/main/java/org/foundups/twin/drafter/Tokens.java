package org.foundups.twin.drafter;

/// Estimates tokens without a tokenizer: the servers differ, and a budget needs no more. About 1.3
/// tokens a word, a token for every four letters of a long one, and one for each ideograph.
final class Tokens {
    private static final String SENTENCE_ENDS = ".!?…。！？";

    private Tokens() {}

    static int estimate(String text) {
        var tokens = 0.0;
        for (var start = 0; start < text.length(); ) {
            var end = wordEnd(text, start);
            tokens += cost(text.substring(start, end));
            start = end + 1;
        }
        return (int) Math.ceil(tokens);
    }

    /// The beginning of a text that fits, cut after a sentence if one ends in its second half, else
    /// after a word and marked with an ellipsis.
    ///
    /// @param text in one line, words separated by single spaces
    static String cut(String text, int limit) {
        var tokens = 0.0;
        for (var start = 0; start < text.length(); ) {
            var end = wordEnd(text, start);
            tokens += cost(text.substring(start, end));
            if (tokens > limit) return shortened(text, start, limit);
            start = end + 1;
        }
        return text;
    }

    private static String shortened(String text, int overflow, int limit) {
        // A script without spaces is one long word: fall back to characters.
        if (overflow == 0)
            return text.substring(0, text.offsetByCodePoints(0, charsFor(text, limit))) + "…";
        var fitting = text.substring(0, overflow - 1);
        for (var at = fitting.length() - 1; at > fitting.length() / 2; at--) {
            if (SENTENCE_ENDS.indexOf(fitting.charAt(at)) >= 0) return fitting.substring(0, at + 1);
        }
        return fitting + "…";
    }

    private static int charsFor(String text, int limit) {
        return Math.min(text.codePointCount(0, text.length()), limit);
    }

    private static int wordEnd(String text, int start) {
        var space = text.indexOf(' ', start);
        return space < 0 ? text.length() : space;
    }

    private static double cost(String word) {
        if (word.isEmpty()) return 0;
        var ideographs = word.codePoints().filter(Character::isIdeographic).count();
        var kana = word.codePoints().filter(Tokens::isSyllable).count();
        var dense = ideographs + kana;
        var letters = word.codePointCount(0, word.length()) - dense;
        return dense + (letters == 0 ? 0 : Math.max(1.3, letters / 4.0));
    }

    private static boolean isSyllable(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }
}
