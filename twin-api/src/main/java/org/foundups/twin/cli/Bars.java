package org.foundups.twin.cli;

/// Shares drawn in eighths of a character.
final class Bars {
    private static final String EIGHTHS = "▏▎▍▌▋▊▉";

    private Bars() {}

    /// A bar that is as long as the share; at least a sliver unless it is nothing.
    ///
    /// @param share 0 to 1; what lies outside is cut off
    /// @param columns of the full length
    static String of(double share, int columns) {
        var eighths = Math.round(bounded(share) * columns * 8);
        if (eighths == 0 && share > 0) eighths = 1;
        var whole = "█".repeat((int) (eighths / 8));
        var rest = (int) (eighths % 8);
        return rest == 0 ? whole : whole + EIGHTHS.charAt(rest - 1);
    }

    /// The same with the rest of the length marked.
    static Line track(double share, int columns, Ink ink) {
        var bar = of(share, columns);
        return Line.of(ink, bar).with(Ink.FAINT, "░".repeat(columns - bar.length()));
    }

    private static double bounded(double share) {
        return Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1);
    }
}
