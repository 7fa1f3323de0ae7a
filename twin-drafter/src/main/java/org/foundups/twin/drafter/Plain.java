package org.foundups.twin.drafter;

/// Makes text from outside fit to stand in one line of a message or log.
final class Plain {
    private Plain() {}

    /// Control characters and separators become spaces, runs of space become one, and what is
    /// invisible (bidirectional marks, zero-width characters) or broken goes.
    ///
    /// @param limit greatest number of code points, an ellipsis included
    static String line(String text, int limit) {
        var line = new StringBuilder(Math.min(text.length(), limit));
        var length = 0;
        var gap = false;
        for (var codePoint : (Iterable<Integer>) text.codePoints()::iterator) {
            if (isInvisible(codePoint)) continue;
            if (isGap(codePoint)) {
                gap = length > 0;
                continue;
            }
            if (length + (gap ? 2 : 1) >= limit) return line.append('…').toString();
            if (gap) line.append(' ');
            length += gap ? 2 : 1;
            gap = false;
            line.appendCodePoint(codePoint);
        }
        return line.toString();
    }

    private static boolean isInvisible(int codePoint) {
        var type = Character.getType(codePoint);
        return type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static boolean isGap(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
