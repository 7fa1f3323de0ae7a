package org.foundups.twin.guardrails;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A piece of notation in a text that stands for something else: an HTML entity, a backslash
/// escape, or a formatting tag.
sealed interface Escape {
    Map<String, Integer> NAMED =
            Map.of(
                    "amp",
                    (int) '&',
                    "lt",
                    (int) '<',
                    "gt",
                    (int) '>',
                    "quot",
                    (int) '"',
                    "apos",
                    (int) '\'',
                    "nbsp",
                    (int) ' ');
    Set<String> FORMATTING =
            Set.of("a", "b", "i", "u", "em", "strong", "p", "br", "span", "div", "img", "s");

    /// Longer ones are text that happens to contain a bracket.
    int LONGEST_TAG = 400;

    /// Where it ends, exclusive.
    int end();

    /// Stands for one character.
    record Character_(int codePoint, int end) implements Escape {}

    /// Stands for a gap; a link target in it is kept as text from `from` to `to`.
    record Markup(boolean lineBreak, int from, int to, int end) implements Escape {}

    /// The escape that begins at an index, if one does.
    static @Nullable Escape at(String text, int index) {
        return switch (text.charAt(index)) {
            case '&' -> entity(text, index);
            case '\\' -> backslash(text, index);
            case '<' -> tag(text, index);
            default -> null;
        };
    }

    private static @Nullable Escape entity(String text, int index) {
        int end = text.indexOf(';', index, Math.min(text.length(), index + 10));
        if (end < 0) return null;
        var name = text.substring(index + 1, end);
        var named = NAMED.get(name);
        if (named != null) return new Character_(named, end + 1);
        if (name.length() < 2 || name.charAt(0) != '#') return null;
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        return character(name.substring(hex ? 2 : 1), hex ? 16 : 10, end + 1);
    }

    private static @Nullable Escape backslash(String text, int index) {
        if (index + 1 >= text.length()) return null;
        return switch (text.charAt(index + 1)) {
            case 'u' -> digits(text, index + 2, 4);
            case 'x' -> digits(text, index + 2, 2);
            default -> null;
        };
    }

    private static @Nullable Escape digits(String text, int from, int count) {
        if (from + count > text.length()) return null;
        return character(text.substring(from, from + count), 16, from + count);
    }

    private static @Nullable Escape character(String digits, int radix, int end) {
        if (digits.isEmpty() || digits.charAt(0) == '+' || digits.charAt(0) == '-') return null;
        try {
            int codePoint = Integer.parseInt(digits, radix);
            boolean legal =
                    Character.isValidCodePoint(codePoint)
                            && (codePoint < 0xD800 || codePoint > 0xDFFF);
            return legal ? new Character_(codePoint, end) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable Escape tag(String text, int index) {
        int end = text.indexOf('>', index, Math.min(text.length(), index + LONGEST_TAG));
        if (end < 0) return null;
        int nameStart = index + (text.startsWith("</", index) ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < end && Character.isLetter(text.charAt(nameEnd))) nameEnd++;
        var name = text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        if (!FORMATTING.contains(name)) return null;
        int link = text.indexOf("href=\"", nameEnd, end);
        int from = link < 0 ? end : link + 6;
        int to = link < 0 ? end : text.indexOf('"', from, end);
        return new Markup(name.equals("br") || name.equals("p"), from, to < 0 ? end : to, end + 1);
    }
}
