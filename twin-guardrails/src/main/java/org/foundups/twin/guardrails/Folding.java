package org.foundups.twin.guardrails;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/// Makes the copy that rules match on: NFKC with full case folding, one kind of quote, dash, space
/// and line end, escapes resolved, invisible characters left out. Linear in the length.
final class Folding {
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    /// Zalgo text piles up dozens of marks; no language needs more than four.
    private static final int MOST_MARKS = 4;

    private final String original;
    private final Traced.Builder folded;
    private int index;

    private Folding(String original) {
        this.original = original;
        this.folded = new Traced.Builder(original.length() + 16);
    }

    static Traced fold(String original) {
        return new Folding(original).fold();
    }

    private Traced fold() {
        while (index < original.length()) {
            char next = original.charAt(index);
            if (next >= 'a' && next <= 'z' && !marked()) {
                folded.add(next, index, ++index);
            } else if (!escape(next)) {
                plain(original.codePointAt(index), index, end(index));
            }
        }
        return folded.build();
    }

    private int end(int at) {
        return at + Character.charCount(original.codePointAt(at));
    }

    private boolean marked() {
        return index + 1 < original.length() && original.charAt(index + 1) >= 0x300;
    }

    private boolean escape(char next) {
        if (next != '&' && next != '\\' && next != '<') return false;
        var escape = Escape.at(original, index);
        if (escape == null) return false;
        switch (escape) {
            case Escape.Character_ character -> plain(character.codePoint(), index, escape.end());
            case Escape.Markup markup -> {
                folded.add(markup.lineBreak() ? '\n' : ' ', index, markup.end());
                for (int i = markup.from(); i < markup.to(); i++) {
                    folded.add(Character.toLowerCase(original.charAt(i)), i, i + 1);
                }
                if (markup.to() > markup.from()) folded.add(' ', index, markup.end());
                index = markup.end();
            }
        }
        return true;
    }

    private void plain(int codePoint, int start, int end) {
        index = end;
        if (codePoint < 0x80) {
            ascii(codePoint, start, end);
        } else if (!Invisible.is(codePoint)) {
            visible(codePoint, start, end);
        }
    }

    private void ascii(int codePoint, int start, int end) {
        if (index < original.length() && mark(original.codePointAt(index))) {
            cluster(codePoint, start);
        } else if (codePoint >= 'A' && codePoint <= 'Z') {
            folded.add((char) (codePoint + 32), start, end);
        } else if (codePoint == '\n' || codePoint == '\r') {
            folded.add('\n', start, end);
        } else if (codePoint == '`') {
            folded.add('\'', start, end);
        } else if (codePoint >= ' ' && codePoint != 0x7F) {
            folded.add((char) codePoint, start, end);
        } else if (codePoint == '\t' || codePoint == 0x0B || codePoint == 0x0C) {
            folded.add(' ', start, end);
        }
    }

    private void visible(int codePoint, int start, int end) {
        int simple = Typography.simple(codePoint);
        if (simple != codePoint) {
            folded.add((char) simple, start, end);
        } else {
            cluster(codePoint, start);
        }
    }

    /// A base with its marks is normalised as one, so that a decomposed letter equals a composed
    /// one.
    private void cluster(int base, int start) {
        var cluster = new StringBuilder().appendCodePoint(base);
        int marks = 0;
        while (index < original.length()) {
            int next = original.codePointAt(index);
            if (!mark(next) && !Invisible.is(next)) break;
            if (mark(next) && !Invisible.is(next) && marks++ < MOST_MARKS) {
                cluster.appendCodePoint(next);
            }
            index += Character.charCount(next);
        }
        folded.add(NFKC_CASEFOLD.normalize(cluster), start, index);
    }

    private static boolean mark(int codePoint) {
        if (codePoint < 0x300) return false;
        int type = Character.getType(codePoint);
        return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
                && codePoint != 0x20E3;
    }

    /// Characters that take no room on the screen.
    static final class Invisible {
        private Invisible() {}

        static boolean is(int codePoint) {
            if (codePoint < 0xAD) return false;
            if (codePoint >= 0x3400 && codePoint <= 0xD7FF) return false;
            return Character.getType(codePoint) == Character.FORMAT
                    || (Character.getType(codePoint) == Character.CONTROL && codePoint != 0x85)
                    || UCharacter.hasBinaryProperty(
                            codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        }
    }
}
