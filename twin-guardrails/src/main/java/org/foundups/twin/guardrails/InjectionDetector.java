package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds orders to the model: phrases in many languages and disguises, weighed per sentence so that
/// harmless words around them do not thin them out, and marks that only a prompt has.
final class InjectionDetector implements Detector {
    private static final String SENTENCE = "The text tries to give the writer orders.";

    /// Orders that somebody took the trouble to hide are no accident.
    private static final double HIDDEN = 0.97;

    private final Phrases orders;
    private final Phrases neutral = Phrases.of(Lexicon.INJECTION_NEUTRAL.phrases());

    InjectionDetector(List<Phrase> orders) {
        this.orders = Phrases.forgiving(orders);
    }

    @Override
    public Sign look(Subject subject) {
        return look(subject.text());
    }

    /// Weighs a bare text, such as a title or a name.
    Sign look(Reading text) {
        var sign = PromptMarks.look(text);
        for (var view : text.views()) sign = sign.or(look(view));
        return sign;
    }

    private Sign look(View view) {
        var matches = orders.find(view);
        if (matches.isEmpty()) return Sign.NONE;
        Map<Integer, List<Phrases.Match>> bySentence = new HashMap<>();
        for (var match : Phrases.outside(matches, neutral.find(view))) {
            int sentence = view.words().get(match.firstWord()).sentence();
            bySentence.computeIfAbsent(sentence, _ -> new ArrayList<>()).add(match);
        }
        var sign = Sign.NONE;
        for (var entry : bySentence.entrySet()) {
            var together = new ArrayList<>(entry.getValue());
            together.addAll(bySentence.getOrDefault(entry.getKey() - 1, List.of()));
            sign = sign.or(weigh(view, together));
        }
        return sign;
    }

    private static Sign weigh(View view, List<Phrases.Match> matches) {
        double none = 1;
        Set<String> counted = new HashSet<>();
        var heaviest = matches.getFirst();
        for (var match : matches) {
            if (counted.add(match.phrase().source())) none *= 1 - match.phrase().weight();
            if (match.phrase().weight() > heaviest.phrase().weight()) heaviest = match;
        }
        double probability = 1 - none;
        if (view.kind().disguised() && probability >= 0.5)
            probability = Math.max(probability, HIDDEN);
        return new Sign(Math.min(0.99, probability), SENTENCE, heaviest.span());
    }
}
