package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Cuts a folded text into words. Scripts without spaces (Han, kana) give one word a character, so
/// that a phrase in them is a sequence of words like any other.
final class Words {
    private Words() {}

    static List<Word> of(String folded) {
        List<Word> words = new ArrayList<>(folded.length() / 5 + 4);
        int sentence = 0;
        int index = 0;
        while (index < folded.length()) {
            int codePoint = folded.codePointAt(index);
            if (inside(codePoint)) {
                int end = end(folded, index);
                var text = folded.substring(index, end);
                words.add(new Word(text, forms(text), index, end, sentence));
                index = end;
            } else {
                if (ends(folded, index, codePoint)) sentence++;
                index += Character.charCount(codePoint);
            }
        }
        return words;
    }

    private static int end(String folded, int start) {
        int first = folded.codePointAt(start);
        int index = start + Character.charCount(first);
        if (spaceless(first)) return index;
        while (index < folded.length()) {
            int codePoint = folded.codePointAt(index);
            boolean within =
                    (inside(codePoint) && !spaceless(codePoint))
                            || (codePoint == '\'' && lettersAround(folded, index));
            if (!within) break;
            index += Character.charCount(codePoint);
        }
        return index;
    }

    private static boolean lettersAround(String folded, int index) {
        return index + 1 < folded.length()
                && Character.isLetter(folded.charAt(index - 1))
                && Character.isLetter(folded.charAt(index + 1));
    }

    private static boolean inside(int codePoint) {
        if (codePoint < 0x80) return Character.isLetterOrDigit(codePoint) || codePoint == '_';
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean spaceless(int codePoint) {
        return (codePoint >= 0x3041 && codePoint <= 0x30FF)
                || (codePoint >= 0x3400 && codePoint <= 0x9FFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFF);
    }

    private static boolean ends(String folded, int index, int codePoint) {
        return switch (codePoint) {
            case '\n', '。', '！', '？' -> true;
            case '.', '!', '?' ->
                    index + 1 == folded.length()
                            || Character.isWhitespace(folded.charAt(index + 1))
                            || (codePoint != '.'
                                    && !Character.isLetterOrDigit(folded.charAt(index + 1)));
            default -> false;
        };
    }

    static List<String> forms(String text) {
        boolean plain = true;
        boolean stretched = false;
        boolean possessive = text.endsWith("'s");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 0x80) plain = false;
            if (i > 1 && letter == text.charAt(i - 1) && letter == text.charAt(i - 2)) {
                stretched = true;
            }
        }
        if (plain && !stretched && !possessive) return List.of(text);
        var forms = new LinkedHashSet<String>();
        forms.add(text);
        if (possessive) forms.add(text.substring(0, text.length() - 2));
        if (!plain) forms.add(Confusables.latin(text));
        if (stretched) {
            for (var form : List.copyOf(forms)) {
                forms.add(shortened(form, 2));
                forms.add(shortened(form, 1));
            }
        }
        return List.copyOf(forms);
    }

    /// Runs of three and more of the same letter cut down to `keep`.
    private static String shortened(String text, int keep) {
        var result = new StringBuilder(text.length());
        int index = 0;
        while (index < text.length()) {
            int end = index;
            while (end < text.length() && text.charAt(end) == text.charAt(index)) end++;
            int run = end - index;
            result.repeat(text.charAt(index), run >= 3 ? keep : run);
            index = end;
        }
        return result.toString();
    }
}
