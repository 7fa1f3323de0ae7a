package org.foundups.twin.rag.files;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// How words stand apart. Scripts that write without spaces are measured by characters.
final class Spacing {
    /// A Japanese or Chinese word has about two characters, and the tokenizer makes about one token
    /// of each.
    private static final int DENSE_CHARACTERS = 2;

    /// A run of characters longer than any word counts as several.
    private static final int LONG_WORD = 20;

    private static final Set<UnicodeScript> DENSE =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    /// Thai comes first of them; most text is told by this alone.
    private static final int FIRST_DENSE = 0x0E00;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}\u200B\uFEFF]+");

    private Spacing() {}

    /// Whether a character stands next to others of its kind without a space.
    static boolean dense(int point) {
        if (point < FIRST_DENSE) return false;
        return DENSE.contains(UnicodeScript.of(point))
                || (point >= 0x3000 && point <= 0x303F)
                || (point >= 0xFF00 && point <= 0xFF65);
    }

    /// Adds words on one line, with one space between them where their script wants it.
    static void append(StringBuilder to, String words) {
        for (var word : SPACES.split(words, -1)) {
            if (word.isEmpty()) continue;
            if (!to.isEmpty()
                    && !(dense(to.codePointBefore(to.length())) && dense(word.codePointAt(0))))
                to.append(' ');
            to.append(word);
        }
    }

    /// Where a number of words ends.
    ///
    /// @param words at least 1
    /// @return the length of the longest beginning with so many words; that of the text if it has
    ///   no more
    static int end(CharSequence text, int words) {
        var counted = 0;
        var dense = 0;
        var run = 0;
        var border = 0;
        for (int i = 0; i < text.length(); ) {
            var point = Character.codePointAt(text, i);
            if (Character.isWhitespace(point)) {
                border = i;
                run = 0;
            } else if (dense(point)) {
                if (dense++ % DENSE_CHARACTERS == 0 && ++counted > words) return i;
                border = i + Character.charCount(point);
                run = 0;
            } else if (run++ % LONG_WORD == 0 && ++counted > words) {
                return run == 1 || run > 2 * LONG_WORD || border == 0 ? i : border;
            }
            i += Character.charCount(point);
        }
        return text.length();
    }

    /// Whether a text has more than a number of words.
    static boolean exceeds(CharSequence text, int words) {
        return end(text, words) < text.length();
    }
}
