package org.foundups.twin.guardrails;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Draws together letters that stand apart, as in "i g n o r e" or "i.d.i.o.t", and finds the words
/// in the run.
final class SpacedLetters {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 300;
    private static final int LONGEST_WORD = 16;

    private final Traced folded;
    private final String text;
    private final Set<String> vocabulary;

    SpacedLetters(Traced folded, Set<String> vocabulary) {
        this.folded = folded;
        this.text = folded.text();
        this.vocabulary = vocabulary;
    }

    /// The text with every such run drawn together; null if there is none.
    @Nullable View view() {
        Traced.@Nullable Builder builder = null;
        int copied = 0;
        int index = 0;
        while (index < text.length()) {
            int end = runEnd(index);
            int letters = (end - index + 1) / 2;
            if (letters >= SHORTEST) {
                if (builder == null) builder = new Traced.Builder(text.length());
                for (int i = copied; i < index; i++) builder.add(folded, i);
                add(builder, index, letters);
                copied = end;
                index = end;
            } else {
                index = Math.max(index + 1, end);
            }
        }
        if (builder == null) return null;
        for (int i = copied; i < text.length(); i++) builder.add(folded, i);
        return View.of(View.Kind.JOINED, builder.build());
    }

    /// Where a run of letters with one separator between each two ends; `start` if none begins
    /// here. A wider gap between words, as in "y o u a r e", goes on.
    private int runEnd(int start) {
        if (!letter(start) || letter(start - 1) || start + 2 >= text.length()) return start;
        if (!separator(text.charAt(start + 1))) return start;
        int index = start;
        while (index - start < 2 * LONGEST
                && letter(index)
                && index + 1 < text.length()
                && separator(text.charAt(index + 1))
                && letter(index + 2)
                && !letter(index + 3)) {
            index += 2;
        }
        return index == start ? start : index + 1;
    }

    private boolean letter(int index) {
        return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    private static boolean separator(char character) {
        return character == ' '
                || character == '.'
                || character == '-'
                || character == '_'
                || character == '*'
                || character == '/'
                || character == ',';
    }

    private void add(Traced.Builder builder, int start, int letters) {
        var run = new StringBuilder(letters);
        for (int i = 0; i < letters; i++) run.append(text.charAt(start + 2 * i));
        var cuts = cuts(run.toString());
        for (int i = 0; i < letters; i++) {
            if (i > 0 && cuts[i]) builder.add(' ', folded, start + 2 * i - 1);
            builder.add(folded, start + 2 * i);
        }
    }

    /// Before which letters a new word begins, choosing the fewest unknown letters and then the
    /// fewest words.
    private boolean[] cuts(String run) {
        int length = run.length();
        var cost = new int[length + 1];
        var previous = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            cost[end] = cost[end - 1] + 100;
            previous[end] = end - 1;
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                if (cost[start] + 1 < cost[end] && vocabulary.contains(run.substring(start, end))) {
                    cost[end] = cost[start] + 1;
                    previous[end] = start;
                }
            }
        }
        var cuts = new boolean[length + 1];
        if (cost[length] > 100 * length / 3) return cuts;
        for (int end = length; end > 0; end = previous[end]) cuts[end] = true;
        return cuts;
    }
}
