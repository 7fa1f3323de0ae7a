package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads digits and signs within a word as the letters they resemble.
final class Leetspeak {
    private static final String SIGNS = "013456789@$!|+€(";
    private static final String LETTERS = "oieasgtbgasiltec";

    private Leetspeak() {}

    /// Views with the signs replaced; none if no word mixes letters with them. "1" may be an i or
    /// an l, so there can be two.
    static List<View> views(Traced folded) {
        var first = replaced(folded, false);
        if (first == null) return List.of();
        List<View> views = new ArrayList<>(2);
        views.add(View.of(View.Kind.LEET, first));
        var second = replaced(folded, true);
        if (second != null && !second.text().equals(first.text())) {
            views.add(View.of(View.Kind.LEET, second));
        }
        return views;
    }

    private static @Nullable Traced replaced(Traced folded, boolean ell) {
        var text = folded.text();
        Traced.@Nullable Builder builder = null;
        int index = 0;
        while (index < text.length()) {
            int end = tokenEnd(text, index);
            int last = trimmed(text, index, end);
            if (mixed(text, index, last)) {
                if (builder == null) builder = upTo(folded, index);
                for (int i = index; i < last; i++)
                    builder.add(letter(text.charAt(i), ell), folded, i);
                for (int i = last; i < end; i++) builder.add(folded, i);
            } else if (builder != null) {
                for (int i = index; i < end; i++) builder.add(folded, i);
            }
            index = end;
        }
        return builder == null ? null : builder.build();
    }

    private static Traced.Builder upTo(Traced folded, int index) {
        var builder = new Traced.Builder(folded.text().length());
        for (int i = 0; i < index; i++) builder.add(folded, i);
        return builder;
    }

    /// A token and the blanks after it.
    private static int tokenEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) end++;
        return end;
    }

    private static int trimmed(String text, int from, int end) {
        int last = end;
        while (last > from && !letterLike(text.charAt(last - 1))) last--;
        return last;
    }

    private static boolean letterLike(char character) {
        return Character.isLetterOrDigit(character) || character == '$' || character == '@';
    }

    private static boolean mixed(String text, int from, int to) {
        int letters = 0;
        int signs = 0;
        for (int i = from; i < to; i++) {
            if (Character.isLetter(text.charAt(i))) letters++;
            else if (SIGNS.indexOf(text.charAt(i)) >= 0) signs++;
            else if (text.charAt(i) == '/' || text.charAt(i) == '.') return false;
        }
        return signs > 0 && letters > 0 && to - from <= 40;
    }

    private static char letter(char character, boolean ell) {
        int sign = SIGNS.indexOf(character);
        if (sign < 0) return character;
        if (ell && (character == '1' || character == '|' || character == '!')) return 'l';
        return LETTERS.charAt(sign);
    }
}
