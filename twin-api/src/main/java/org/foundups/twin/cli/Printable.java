package org.foundups.twin.cli;

import java.util.regex.Pattern;

/// Makes text from outside safe to show: a comment must not be able to move the cursor, set the
/// window's title, turn the reading direction, or hide words.
final class Printable {
    private static final Pattern BREAKS =
            Pattern.compile("\\r\\n|[\\r\\n\\x0B\\f\\x85\\u2028\\u2029]");
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int CONTROL_PICTURES = 0x2400;

    private Printable() {}

    /// One line: line breaks and tabs become spaces, other control characters their pictures
    /// (U+2400 block), and what is invisible goes.
    static String line(String text) {
        return isPlain(text) ? text : shown(BREAKS.matcher(text).replaceAll(" "));
    }

    /// The same for each line of a text; every kind of line break divides.
    static String[] lines(String text) {
        var lines = BREAKS.split(text, -1);
        for (var index = 0; index < lines.length; index++) lines[index] = line(lines[index]);
        return lines;
    }

    /// JSON with the same meaning whose strings hold nothing that a terminal obeys.
    static String json(String json) {
        if (isPlain(json)) return json;
        var safe = new StringBuilder(json.length() + 16);
        json.codePoints()
                .forEach(codePoint -> {
                    var layout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
                    if (layout || isHarmless(codePoint)) safe.appendCodePoint(codePoint);
                    else
                        for (var unit : Character.toChars(codePoint))
                            safe.append("\\u%04x".formatted((int) unit));
                });
        return safe.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(unit -> unit >= ' ' && unit <= '~');
    }

    private static String shown(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(codePoint -> {
                    if (codePoint == '\t') shown.append("    ");
                    else if (codePoint < ' ') shown.appendCodePoint(CONTROL_PICTURES + codePoint);
                    else if (codePoint == 0x7F) shown.appendCodePoint(CONTROL_PICTURES + 0x21);
                    else if (isHarmless(codePoint)) shown.appendCodePoint(codePoint);
                    else if (Character.getType(codePoint) != Character.FORMAT)
                        shown.append('\uFFFD');
                });
        return shown.toString();
    }

    /// Joiners hold emoji and Persian words together; all else that is invisible can deceive.
    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.FORMAT ->
                    codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
