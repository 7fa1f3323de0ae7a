package org.foundups.twin.cli;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines of a width: between words, between wide characters (which need no spaces
/// to be divided), and in the middle of a word only if it is longer than a line. Line breaks and
/// spaces within a line stay as they are.
final class Wrapping {
    private final int columns;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int taken;

    private Wrapping(int columns) {
        this.columns = columns;
    }

    /// The text in lines no wider than so many columns.
    ///
    /// @param columns at least 2
    /// @return at least one line
    static List<String> wrap(String text, int columns) {
        var wrapping = new Wrapping(Math.max(2, columns));
        for (var paragraph : Printable.lines(text)) wrapping.paragraph(paragraph);
        return List.copyOf(wrapping.lines);
    }

    private void paragraph(String paragraph) {
        var gap = new StringBuilder();
        var word = new StringBuilder();
        for (var cluster : DisplayWidth.clusters(paragraph)) {
            var space = cluster.isBlank();
            var alone = DisplayWidth.ofCluster(cluster) == 2;
            if (space || alone) {
                place(gap, word);
                (space ? gap : word).append(cluster);
                if (alone) place(gap, word);
            } else {
                word.append(cluster);
            }
        }
        place(gap, word);
        end();
    }

    private void place(StringBuilder gap, StringBuilder word) {
        if (word.isEmpty()) return;
        var width = DisplayWidth.of(word.toString());
        if (taken > 0 && taken + gap.length() + width > columns) end();
        else if (gap.length() + width <= columns) append(gap.toString());
        if (width <= columns) append(word.toString());
        else DisplayWidth.clusters(word.toString()).forEach(this::piece);
        gap.setLength(0);
        word.setLength(0);
    }

    private void piece(String cluster) {
        if (taken + DisplayWidth.ofCluster(cluster) > columns) end();
        append(cluster);
    }

    private void append(String text) {
        line.append(text);
        taken += DisplayWidth.of(text);
    }

    private void end() {
        lines.add(line.toString());
        line.setLength(0);
        taken = 0;
    }
}
