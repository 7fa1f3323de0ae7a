package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Span;

/// Takes out the marks of Markdown, which no platform shows: `**bold**`, headings.
final class Emphasis implements Repair {
    private static final String MESSAGE = "Marks of Markdown were taken out.";

    @Override
    public List<Correction> corrections(Reading text, Occasion occasion) {
        var original = text.original();
        List<Correction> corrections = new ArrayList<>(0);
        int index = 0;
        while (index < original.length()) {
            int end = markEnd(original, index);
            if (end > index) {
                corrections.add(new Correction("markdown", MESSAGE, new Span(index, end), ""));
            }
            index = Math.max(end, index + 1);
        }
        return corrections;
    }

    /// Where a mark that begins here ends; `at` if none does.
    private static int markEnd(String text, int at) {
        char mark = text.charAt(at);
        boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
        if (mark != '*' && !(mark == '#' && lineStart)) return at;
        int end = at;
        while (end < text.length() && text.charAt(end) == mark) end++;
        if (mark == '*') return end - at >= 2 ? end : at;
        return end < text.length() && text.charAt(end) == ' ' ? end + 1 : at;
    }
}
