package org.foundups.twin.cli;

import java.util.Set;

/// What each stage took, as bars of one scale.
///
/// @param millis stage to milliseconds; `total` and `first_token` are no stages
record Timings(Value millis) {
    private static final Set<String> NO_STAGES = Set.of("total", "first_token");
    private static final int NAME = 12;
    private static final int NARROW = 70;

    void show(Page page) {
        var stages = millis.fields();
        stages.keySet().removeIf(NO_STAGES::contains);
        if (stages.isEmpty()) return;
        var longest = stages.values().stream().mapToDouble(Timings::amount).max().orElse(0);
        var bar = page.columns() < NARROW ? 12 : 24;
        page.heading("Time");
        stages.forEach((name, took) -> page.line(stage(name, amount(took), longest, bar)));
        page.line(total(bar));
    }

    private static Line stage(String name, double took, double longest, int columns) {
        var bar = longest > 0 ? Bars.of(took / longest, columns) : "";
        var line =
                Line.of("  " + DisplayWidth.clipped(name, NAME - 3)).to(NAME).with(Ink.ACCENT, bar);
        return line.to(NAME + columns + 2).with(duration(took));
    }

    private Line total(int columns) {
        var total = millis.number("total");
        var first = millis.number("first_token");
        var line = Line.of("  ").with(Ink.STRONG, "total");
        if (!Double.isNaN(total))
            line = line.to(NAME + columns + 2).with(Ink.STRONG, duration(total));
        return Double.isNaN(first) || first <= 0
                ? line
                : line.with(
                        Ink.FAINT,
                        "  first token after " + Amounts.duration(Amounts.millis(first)));
    }

    /// Set right, so that the units stand below each other.
    private static String duration(double took) {
        return "%9s".formatted(Amounts.duration(Amounts.millis(took)));
    }

    private static double amount(Value took) {
        var number = took.number();
        return Double.isNaN(number) || number < 0 ? 0 : number;
    }
}
