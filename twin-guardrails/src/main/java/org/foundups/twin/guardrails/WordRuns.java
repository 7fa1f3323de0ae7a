package org.foundups.twin.guardrails;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foundups.twin.core.Span;
import org.jspecify.annotations.Nullable;

/// Compares texts by sequences of words of one length.
final class WordRuns {
    private WordRuns() {}

    /// Every sequence of `length` words; a shorter text is one sequence.
    static Set<String> of(List<Word> words, int length) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + length <= words.size(); i++) runs.add(run(words, i, length));
        if (runs.isEmpty() && !words.isEmpty()) runs.add(run(words, 0, words.size()));
        return runs;
    }

    /// The first stretch of a text all of whose sequences of `length` words are known.
    ///
    /// @return indices of its first and last word; null if there is none
    static @Nullable Span known(List<Word> words, Set<String> runs, int length) {
        int from = -1;
        int to = -1;
        for (int i = 0; i + length <= words.size(); i++) {
            if (runs.contains(run(words, i, length))) {
                if (from < 0) from = i;
                to = i + length - 1;
            } else if (from >= 0) break;
        }
        return from < 0 ? null : new Span(from, to);
    }

    /// Jaccard similarity, 0..1; of two empty sets 0.
    static double similarity(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - both;
        return all == 0 ? 0 : (double) both / all;
    }

    private static String run(List<Word> words, int from, int length) {
        var run = new StringBuilder();
        for (int i = from; i < from + length; i++) run.append(words.get(i).text()).append(' ');
        return run.toString();
    }
}
