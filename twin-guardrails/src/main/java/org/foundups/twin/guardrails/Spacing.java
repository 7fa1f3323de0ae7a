package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Span;

/// Tidies blanks: none at the ends, one between words, none before a comma or full stop, at most
/// one empty line; where a platform has one line, line ends become blanks.
final class Spacing implements Repair {
    private static final String MESSAGE = "Superfluous blanks were taken out.";

    private final List<String> oneLine;

    /// @param oneLine `platform.kind` where a text has one line
    Spacing(List<String> oneLine) {
        this.oneLine = oneLine;
    }

    @Override
    public List<Correction> corrections(Reading text, Occasion occasion) {
        var original = text.original();
        boolean folded = oneLine.contains(Kinds.of(occasion.incoming().target()));
        List<Correction> corrections = new ArrayList<>(0);
        for (int i = 0; i < original.length(); ) {
            int end = i;
            while (end < original.length() && Character.isWhitespace(original.charAt(end))) end++;
            if (end > i) {
                var blank = original.substring(i, end);
                var wanted = wanted(original, i, end, folded);
                if (!blank.equals(wanted)) {
                    corrections.add(new Correction("spacing", MESSAGE, new Span(i, end), wanted));
                }
            }
            i = Math.max(end, i + 1);
        }
        return corrections;
    }

    private static String wanted(String text, int from, int to, boolean folded) {
        if (from == 0 || to == text.length()) return "";
        long lines = text.substring(from, to).chars().filter(c -> c == '\n').count();
        if (lines > 0 && !folded) return lines == 1 ? "\n" : "\n\n";
        return closes(text, to) && lines == 0 ? "" : " ";
    }

    /// A comma or full stop that belongs to the word before; " .NET" and " ..." do not.
    private static boolean closes(String text, int at) {
        if (",.!?;:".indexOf(text.charAt(at)) < 0) return false;
        return at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    }
}
