package org.foundups.twin.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Long work as one line, and as a page when it is over.
record JobLine(Value job) {
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");
    private static final int BAR = 12;
    private static final int MOST_ERRORS = 10;

    String id() {
        return job.text("job_id");
    }

    String state() {
        return job.text("state");
    }

    boolean isOver() {
        return OVER.contains(state());
    }

    boolean failed() {
        return state().equals("failed") || state().equals("cancelled");
    }

    /// State, share, counts, speed, time left.
    Line line() {
        var done = job.number("done", 0);
        var total = job.number("total");
        var line = Line.of(ink(), state()).with("  ");
        if (total > 0) {
            var share = Math.min(1, done / total);
            line =
                    line.with(Bars.track(share, BAR, Ink.ACCENT))
                            .with(" " + Amounts.percent(share) + "  ");
        }
        var parts = new ArrayList<String>();
        parts.add(Amounts.count(done) + (total > 0 ? "/" + Amounts.count(total) : " done"));
        if (job.number("rate_per_s", 0) > 0)
            parts.add(Amounts.count(job.number("rate_per_s")) + "/s");
        if (!isOver() && job.number("eta_s", 0) > 0) parts.add(left());
        if (job.number("failed", 0) > 0)
            parts.add(Amounts.count(job.number("failed")) + " refused");
        if (!job.text("current").isEmpty()) parts.add(job.text("current"));
        return line.with(String.join(" · ", parts));
    }

    private String left() {
        return Amounts.duration(Duration.ofSeconds((long) job.number("eta_s"))) + " left";
    }

    private Ink ink() {
        return switch (state()) {
            case "done" -> Ink.GOOD;
            case "failed" -> Ink.BAD;
            case "paused", "cancelled" -> Ink.WARNING;
            default -> Ink.PLAIN;
        };
    }

    /// How it ended, and the first items that were refused with their place.
    List<Line> report(int columns) {
        var page = new Page(columns);
        var message = job.text("message");
        page.beside(Line.of(ink(), state()), 10, Ink.PLAIN, message.isEmpty() ? counts() : message);
        var errors = job.items("errors");
        for (var error : errors.subList(0, Math.min(MOST_ERRORS, errors.size()))) {
            var place = error.at("line").isPresent() ? "line " + error.text("line") : "-";
            page.beside(
                    Line.of("  ").with(Ink.WARNING, place), 16, Ink.PLAIN, error.text("reason"));
        }
        var refused = Math.max(job.number("failed", 0), errors.size());
        var shown = Math.min(MOST_ERRORS, errors.size());
        if (refused > shown && shown > 0) {
            page.text(
                    2,
                    Ink.FAINT,
                    "… and "
                            + Amounts.count(refused - shown)
                            + " more; ./twin jobs show --json "
                            + id()
                            + " lists them.");
        }
        return page.lines();
    }

    private String counts() {
        return Amounts.count(job.number("done", 0))
                + " done, "
                + Amounts.count(job.number("skipped", 0))
                + " unchanged, "
                + Amounts.count(job.number("failed", 0))
                + " refused.";
    }
}
