package org.foundups.twin.guardrails;

import java.util.Set;

/// Finds people in danger and children. What is plainly said in laughter is not counted.
final class CrisisDetector implements Detector {
    private static final Set<String> LAUGHTER =
            Set.of(
                    "laughing",
                    "laughed",
                    "lol",
                    "lmao",
                    "rofl",
                    "laughter",
                    "cringe",
                    "embarrassment");

    private final Phrases phrases = Phrases.of(Lexicon.CRISIS.phrases());

    @Override
    public Sign look(Subject subject) {
        var sign = Sign.NONE;
        for (var view : subject.text().views()) {
            for (var match : phrases.find(view)) {
                if (!laughing(view, match)) sign = sign.or(sign(match));
            }
        }
        return sign;
    }

    private static boolean laughing(View view, Phrases.Match match) {
        int next = match.lastWord() + 1;
        return next < view.words().size() && LAUGHTER.contains(view.words().get(next).text());
    }

    private static Sign sign(Phrases.Match match) {
        return new Sign(
                match.phrase().weight(),
                "Somebody may be in danger, or a child is writing: a person should read this first.",
                match.span());
    }
}
