package org.foundups.twin.guardrails;

import java.util.List;

/// Finds the heaviest phrase of a list, in whatever disguise.
final class PhraseDetector implements Detector {
    private final Phrases phrases;
    private final String sentence;

    /// @param sentence what is said about a match
    PhraseDetector(List<Phrase> phrases, String sentence) {
        this.phrases = Phrases.of(phrases);
        this.sentence = sentence;
    }

    @Override
    public Sign look(Subject subject) {
        var sign = Sign.NONE;
        for (var view : subject.text().views()) {
            for (var match : phrases.find(view)) {
                sign = sign.or(new Sign(match.phrase().weight(), sentence, match.span()));
            }
        }
        return sign;
    }
}
