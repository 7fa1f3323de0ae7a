package org.foundups.twin.rag.video;

/// Text that PostgreSQL stores: without a zero character and without half a surrogate pair. JSON
/// can hold both.
public final class StorableText {
    private StorableText() {}

    /// Whether a text can be stored as it is.
    public static boolean is(String text) {
        return text.codePoints().allMatch(StorableText::isStorable);
    }

    /// A text without what cannot be stored.
    public static String of(String text) {
        if (is(text)) return text;
        var kept = new StringBuilder();
        text.codePoints().filter(StorableText::isStorable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isStorable(int point) {
        return point != 0 && Character.getType(point) != Character.SURROGATE;
    }
}
