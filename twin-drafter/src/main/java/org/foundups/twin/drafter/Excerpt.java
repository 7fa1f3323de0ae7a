package org.foundups.twin.drafter;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The sentences of a passage that have most to do with a comment. Every token of a passage is read
/// anew for every draft, so what does not answer is left out.
final class Excerpt {
    /// Words that mean something are long; those of one stem begin alike. Rough, and enough to tell
    /// sentences of one passage from each other.
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    private static final int STEM = 5;

    private Excerpt() {}

    /// Whole sentences in a row, the earlier ones where several have equally much to do with the
    /// comment.
    ///
    /// @param passage in one line, words separated by single spaces
    /// @param limit greatest number of tokens, estimated; a sentence that is longer is cut
    static String of(String passage, String comment, int limit) {
        if (Tokens.estimate(passage) <= limit) return passage;
        var sentences = sentences(passage);
        var asked = stems(comment);
        var best = "";
        var most = -1;
        for (var first = 0; first < sentences.size(); first++) {
            var run = run(sentences, first, limit);
            var shared = stems(run);
            shared.retainAll(asked);
            if (shared.size() <= most) continue;
            most = shared.size();
            best = run;
        }
        return best;
    }

    private static String run(List<String> sentences, int first, int limit) {
        var run = Tokens.cut(sentences.get(first), limit);
        for (var next = first + 1; next < sentences.size(); next++) {
            var longer = run + " " + sentences.get(next);
            if (Tokens.estimate(longer) > limit) break;
            run = longer;
        }
        return run;
    }

    private static List<String> sentences(String text) {
        var borders = BreakIterator.getSentenceInstance(Locale.ROOT);
        borders.setText(text);
        var sentences = new ArrayList<String>();
        var start = borders.first();
        for (var end = borders.next(); end != BreakIterator.DONE; end = borders.next()) {
            sentences.add(text.substring(start, end).strip());
            start = end;
        }
        return sentences;
    }

    private static Set<String> stems(String text) {
        var stems = new HashSet<String>();
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            stems.add(words.group().substring(0, Math.min(STEM, words.group().length())));
        }
        return stems;
    }
}
