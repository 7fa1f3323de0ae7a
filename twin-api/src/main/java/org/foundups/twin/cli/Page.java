package org.foundups.twin.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Lines for a person, put together from top to bottom within a width. Not thread-safe.
final class Page {
    /// Longer lines are hard to read, however wide the terminal is.
    private static final int READABLE = 100;

    private static final int LEAST = 40;
    private static final int GAP = 2;

    private final int columns;
    private final List<Line> lines = new ArrayList<>();

    /// @param columns of the terminal
    Page(int columns) {
        this.columns = Math.clamp(columns, LEAST, READABLE);
    }

    int columns() {
        return columns;
    }

    List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    Page line(Line line) {
        lines.add(line.clipped(columns));
        return this;
    }

    Page blank() {
        if (!lines.isEmpty() && !lines.getLast().equals(Line.EMPTY)) lines.add(Line.EMPTY);
        return this;
    }

    Page heading(String text) {
        return blank().line(Line.of(Ink.STRONG, text));
    }

    /// Text that is wrapped; each of its lines begins with the same prefix.
    Page text(Line prefix, Ink ink, String text) {
        for (var line : Wrapping.wrap(text, columns - prefix.width())) {
            lines.add(prefix.with(ink, line));
        }
        return this;
    }

    Page text(int indent, Ink ink, String text) {
        return text(Line.of(" ".repeat(indent)), ink, text);
    }

    /// Text beside a first part: later lines stand below the first one's text.
    Page beside(Line first, int column, Ink ink, String text) {
        var start = first.width() < column ? first.to(column) : first.with(" ");
        var indent = Line.of(" ".repeat(column));
        var wrapped = Wrapping.wrap(text, columns - column);
        if (start.width() > column) {
            lines.add(first.clipped(columns));
            start = indent;
        }
        for (var index = 0; index < wrapped.size(); index++) {
            lines.add((index == 0 ? start : indent).with(ink, wrapped.get(index)));
        }
        return this;
    }

    /// Rows below each other in columns as wide as their widest cell. Where the page is too narrow,
    /// the last column gives way.
    Page table(List<List<Line>> rows) {
        var widths = widths(rows);
        for (var row : rows) lines.add(row(row, widths).clipped(columns));
        return this;
    }

    private static Line row(List<Line> cells, List<Integer> widths) {
        var line = Line.EMPTY;
        var column = 0;
        for (var index = 0; index < cells.size(); index++) {
            if (index > 0) line = line.to(column);
            line = line.with(cells.get(index));
            column += widths.get(index) + GAP;
        }
        return line;
    }

    private static List<Integer> widths(List<List<Line>> rows) {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (var index = 0; index < row.size(); index++) {
                if (index == widths.size()) widths.add(1);
                widths.set(index, Math.max(widths.get(index), row.get(index).width()));
            }
        }
        return widths;
    }
}
