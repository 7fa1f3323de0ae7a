package org.foundups.twin.cli;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How many columns of a terminal a text takes. What a person sees as one character (an extended
/// grapheme cluster, Unicode Annex 29) takes none, one or two.
///
/// @see <a href="https://www.unicode.org/reports/tr11/">Unicode Annex 11, East Asian Width</a>
final class DisplayWidth {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int EMOJI_PRESENTATION = 0xFE0F;

    /// First and last code point of the blocks whose characters are wide or full-width.
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18DFF},
        {0x1AFF0, 0x1B2FF},
        {0x1F200, 0x1F265},
        {0x20000, 0x3FFFD},
    };

    private DisplayWidth() {}

    static int of(String text) {
        if (isAscii(text)) return text.length();
        return clusters(text).stream().mapToInt(DisplayWidth::ofCluster).sum();
    }

    /// The text in pieces that must not be divided.
    static List<String> clusters(String text) {
        if (isAscii(text)) return text.chars().mapToObj(Character::toString).toList();
        return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Columns of one cluster.
    static int ofCluster(String cluster) {
        var emoji = cluster.indexOf(EMOJI_PRESENTATION) > 0;
        return emoji ? 2 : cluster.codePoints().map(DisplayWidth::ofCodePoint).max().orElse(0);
    }

    /// The beginning of a text, with an ellipsis if that is not all of it.
    static String clipped(String text, int columns) {
        if (of(text) <= columns) return text;
        var clipped = new StringBuilder();
        var taken = 1;
        for (var cluster : clusters(text)) {
            taken += ofCluster(cluster);
            if (taken > columns) break;
            clipped.append(cluster);
        }
        return clipped.toString().stripTrailing() + "…";
    }

    private static int ofCodePoint(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.CONTROL ->
                    0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        if (codePoint < WIDE[0][0]) return false;
        for (var block : WIDE) if (block[0] <= codePoint && codePoint <= block[1]) return true;
        return Character.isEmojiPresentation(codePoint);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit >= ' ' && unit <= '~');
    }
}
