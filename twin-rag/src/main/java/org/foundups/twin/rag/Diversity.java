package org.foundups.twin.rag;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Picks hits that do not repeat each other.
///
/// @param share 0..1: how much of a candidate's worth is that it differs from those picked before
/// @param duplicateCosine nearer texts are the same text
record Diversity(double share, double duplicateCosine) {

    /// Maximal marginal relevance: next is the candidate with the largest `(1 - share) relevance -
    /// share max cosine(candidate, picked)`. Near-duplicates of a picked one are left out.
    ///
    /// @return at most `limit`, the highest score first
    /// @see <a href="https://doi.org/10.1145/290941.291025">Carbonell and Goldstein, SIGIR 1998</a>
    List<Candidate> pick(List<Candidate> candidates, int limit) {
        var left = new ArrayList<Option>();
        for (var candidate : candidates) left.add(new Option(candidate, bare(candidate)));
        left.sort(Comparator.comparingDouble(Option::relevance).reversed());
        var picked = new ArrayList<Candidate>();
        while (picked.size() < limit && !left.isEmpty()) {
            var next = next(left, picked);
            picked.add(next.candidate());
            left.removeIf(other -> repeats(other, next));
        }
        picked.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return picked;
    }

    /// A candidate that is still to be had.
    ///
    /// @param bare what its text comes down to
    private record Option(Candidate candidate, String bare) {
        double relevance() {
            return candidate.relevance();
        }
    }

    private Option next(List<Option> left, List<Candidate> picked) {
        var best = left.getFirst();
        var worth = Double.NEGATIVE_INFINITY;
        for (var option : left) {
            var value =
                    (1 - share) * option.relevance() - share * nearest(option.candidate(), picked);
            if (value > worth) {
                worth = value;
                best = option;
            }
        }
        return best;
    }

    private static double nearest(Candidate candidate, List<Candidate> picked) {
        return picked.stream()
                .mapToDouble(other -> candidate.said().cosine(other.said()))
                .max()
                .orElse(0);
    }

    private boolean repeats(Option option, Option picked) {
        return option.candidate().said().cosine(picked.candidate().said()) > duplicateCosine
                || option.bare().equals(picked.bare());
    }

    /// Without case, width, accents' form, spaces and punctuation.
    private static String bare(Candidate candidate) {
        var text = Normalizer.normalize(candidate.document().text(), Normalizer.Form.NFKC);
        var bare = new StringBuilder(text.length());
        // A stream of code points took a third of the time of a whole search.
        for (int i = 0; i < text.length(); ) {
            var point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isLetterOrDigit(point))
                bare.appendCodePoint(Character.toLowerCase(point));
        }
        return bare.isEmpty() ? text : bare.toString();
    }
}
