package org.foundups.twin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One line as it will be shown. Whatever a run is made of, it is [Printable] from then on.
record Line(List<Run> runs) {
    static final Line EMPTY = new Line(List.of());

    /// A piece of a line that looks the same throughout.
    record Run(String text, Ink ink) {
        Run {
            text = Printable.line(text);
        }
    }

    Line {
        runs = List.copyOf(runs);
    }

    static Line of(String text) {
        return EMPTY.with(text);
    }

    static Line of(Ink ink, String text) {
        return EMPTY.with(ink, text);
    }

    Line with(String text) {
        return with(Ink.PLAIN, text);
    }

    Line with(Ink ink, String text) {
        if (text.isEmpty()) return this;
        var longer = new ArrayList<>(runs);
        longer.add(new Run(text, ink));
        return new Line(longer);
    }

    Line with(Line other) {
        var longer = new ArrayList<>(runs);
        longer.addAll(other.runs());
        return new Line(longer);
    }

    /// Spaces up to a column, at least one.
    Line to(int column) {
        return with(" ".repeat(Math.max(1, column - width())));
    }

    int width() {
        return runs.stream().mapToInt(run -> DisplayWidth.of(run.text())).sum();
    }

    String plain() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    String coloured() {
        return runs.stream().map(run -> run.ink().on(run.text())).collect(Collectors.joining());
    }

    /// The beginning, if it is too long for a line of a terminal.
    Line clipped(int columns) {
        if (width() <= columns) return this;
        var shorter = EMPTY;
        for (var run : runs) {
            var left = columns - shorter.width();
            if (DisplayWidth.of(run.text()) >= left) {
                return shorter.with(run.ink(), DisplayWidth.clipped(run.text() + "  ", left));
            }
            shorter = shorter.with(run.ink(), run.text());
        }
        return shorter;
    }
}
