package org.foundups.twin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A passage of the creator's memory, as a search or a draft shows it.
record PassageLines(Value passage) {
    private static final int INDENT = 4;
    private static final int LONGEST = 280;

    /// @param bar columns of the bar that shows the score
    void show(Page page, int bar) {
        var score = passage.number("score", 0);
        var share =
                Line.of("  ")
                        .with(Bars.track(score, bar, Ink.ACCENT))
                        .with(" " + Amounts.format("%.2f", score));
        page.beside(share, share.width() + 2, Ink.FAINT, String.join(" · ", origin()));
        var asked = passage.text("in_reply_to");
        if (!asked.isEmpty())
            page.text(INDENT, Ink.FAINT, "to “" + shortened(asked, LONGEST / 2) + "”");
        page.text(INDENT, Ink.PLAIN, shortened(passage.text("text"), LONGEST));
        var url = passage.text("url");
        if (!url.isEmpty()) page.line(Line.of(" ".repeat(INDENT)).with(Ink.FAINT, url));
    }

    private List<String> origin() {
        var origin = new ArrayList<String>();
        add(origin, passage.text("source_type").replace('_', ' '));
        add(origin, passage.text("platform"));
        var created = passage.text("created_at");
        if (created.length() >= 10) origin.add(created.substring(0, 10));
        add(origin, place());
        add(origin, passage.text("provenance"));
        if (passage.at("by_creator").isScalar() && !passage.isTrue("by_creator")) {
            origin.add(
                    "by "
                            + (passage.text("speaker").isEmpty()
                                    ? "nobody known"
                                    : passage.text("speaker")));
        }
        return origin;
    }

    /// The talk and the minute, or the id of where it comes from.
    private String place() {
        var title =
                passage.text("video_title").isEmpty()
                        ? passage.text("video_id")
                        : passage.text("video_title");
        if (title.isEmpty()) return passage.text("source_id");
        var seconds = passage.number("start_s", passage.number("timestamp"));
        if (Double.isNaN(seconds)) return title;
        var whole = Math.round(seconds);
        return title + " " + String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private static void add(List<String> origin, String part) {
        if (!part.isBlank()) origin.add(part);
    }

    private static String shortened(String text, int columns) {
        return DisplayWidth.clipped(Printable.line(text), columns);
    }
}
