package org.foundups.twin.guardrails;

import java.util.List;

/// Weighs whether something is asked that wants an answer.
final class QuestionDetector implements Detector {
    private static final double MARK = 0.72;
    private static final double WANTS_NONE = 0.3;

    private final Phrases phrases = Phrases.of(Lexicon.QUESTION.phrases());

    @Override
    public Sign look(Subject subject) {
        var text = subject.text();
        var matches = phrases.find(text.plain());
        var words = text.words();
        var sign = Sign.NONE;
        for (int from = 0; from < words.size(); ) {
            int to = from;
            while (to < words.size() && words.get(to).sentence() == words.get(from).sentence())
                to++;
            sign = sign.or(look(text, matches, from, to));
            from = to;
        }
        return sign;
    }

    private static Sign look(Reading text, List<Phrases.Match> matches, int from, int to) {
        double asks = marked(text, from, to) ? MARK : 0;
        boolean wantsNone = false;
        for (var match : matches) {
            if (match.firstWord() >= from && match.lastWord() < to) {
                double weight = match.phrase().weight();
                if (weight < WANTS_NONE) wantsNone = true;
                else asks = 1 - (1 - asks) * (1 - weight);
            }
        }
        if (wantsNone) asks = Math.min(asks * 0.3, WANTS_NONE);
        if (asks == 0) return Sign.NONE;
        var span = text.plain().span(from, to - 1);
        return new Sign(Math.min(0.98, asks), "It asks something that wants an answer.", span);
    }

    /// Whether a question mark follows the last word, before the next one.
    private static boolean marked(Reading text, int from, int to) {
        var folded = text.folded();
        var words = text.words();
        int end = to < words.size() ? words.get(to).from() : folded.length();
        for (int i = words.get(to - 1).to(); i < end; i++) {
            char character = folded.charAt(i);
            if (character == '?' || character == '？' || character == '؟') {
                return !inLink(text, words.get(from).from(), i);
            }
        }
        return false;
    }

    private static boolean inLink(Reading text, int from, int index) {
        return text.links().stream()
                .anyMatch(link -> link.from() <= Math.max(from, index - 1) && link.to() > index);
    }
}
