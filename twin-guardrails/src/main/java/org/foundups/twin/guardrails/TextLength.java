package org.foundups.twin.guardrails;

import org.foundups.twin.core.Platform;

/// How long a text is by a platform's own count.
final class TextLength {
    private static final int ADDRESS_ON_X = 23;

    private TextLength() {}

    /// On X every address counts 23, every emoji 2, every other code point 1 or 2; elsewhere the
    /// larger of code points and UTF-16 code units, since the platforms do not say which they
    /// count.
    ///
    /// @see <a href="https://docs.x.com/fundamentals/counting-characters">Counting characters</a>
    static int on(Platform platform, Reading text) {
        return switch (platform) {
            case YOUTUBE, LINKEDIN -> text.original().length();
            case X -> weighted(text);
        };
    }

    private static int weighted(Reading text) {
        var original = text.original();
        var emoji = text.emoji();
        var links = text.links().stream().filter(link -> link.kind() == Link.Kind.WEB).toList();
        int nextEmoji = 0;
        int nextLink = 0;
        int length = 0;
        for (int i = 0; i < original.length(); ) {
            while (nextEmoji < emoji.size() && emoji.get(nextEmoji).start() < i) nextEmoji++;
            while (nextLink < links.size() && links.get(nextLink).span().start() < i) nextLink++;
            if (nextLink < links.size() && links.get(nextLink).span().start() == i) {
                length += ADDRESS_ON_X;
                i = Math.max(i + 1, links.get(nextLink).span().end());
            } else if (nextEmoji < emoji.size() && emoji.get(nextEmoji).start() == i) {
                length += 2;
                i = emoji.get(nextEmoji).end();
            } else {
                int codePoint = original.codePointAt(i);
                length += light(codePoint) ? 1 : 2;
                i += Character.charCount(codePoint);
            }
        }
        return length;
    }

    private static boolean light(int codePoint) {
        return codePoint <= 4351
                || (codePoint >= 8192 && codePoint <= 8205)
                || (codePoint >= 8208 && codePoint <= 8223)
                || (codePoint >= 8242 && codePoint <= 8247);
    }
}
