package org.foundups.twin.cli;

import java.util.ArrayList;
import java.util.List;

/// What can be shown while a consideration is on its way. Nothing of it was inspected yet, so it
/// stays faint and goes when the answer is there. Not thread-safe.
final class DraftInProgress {
    private static final int MOST_ROWS = 8;

    private final List<String> stages = new ArrayList<>();
    private final StringBuilder draft = new StringBuilder();
    private int attempt = 1;

    void hear(ServerEvent event) {
        var value = Value.parsed(event.data());
        switch (event.name()) {
            case "stage" -> {
                var took = Amounts.duration(Amounts.millis(value.number("took_ms", 0)));
                stages.add(value.text("stage") + " " + took);
            }
            case "token" -> token(value);
            default -> {} // Something that a newer service tells.
        }
    }

    private void token(Value token) {
        var number = (int) token.number("attempt", attempt);
        if (number != attempt) draft.setLength(0);
        attempt = number;
        draft.append(token.text("text"));
    }

    List<Line> lines(int columns) {
        var page = new Page(columns);
        var doing =
                draft.isEmpty()
                        ? "considering"
                        : attempt > 1 ? "drafting, attempt " + attempt : "drafting";
        page.line(
                Line.of(Ink.ACCENT, doing + "…")
                        .with(Ink.FAINT, "  " + String.join(" · ", stages)));
        if (draft.isEmpty()) return page.lines();
        var words =
                new Page(columns)
                        .text(Line.of(Ink.FAINT, "  ┃ "), Ink.FAINT, draft.toString())
                        .lines();
        var from = Math.max(0, words.size() - MOST_ROWS);
        words.subList(from, words.size()).forEach(page::line);
        return page.lines();
    }
}
