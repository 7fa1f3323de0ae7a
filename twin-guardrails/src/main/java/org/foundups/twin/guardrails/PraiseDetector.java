package org.foundups.twin.guardrails;

/// Weighs whether the text is kind to the creator. Kind words may be liked where nothing is asked.
final class PraiseDetector implements Detector {
    /// Phrases of less weight than this take kindness back: "thanks for nothing".
    private static final double UNKIND = 0.3;

    private final Phrases phrases = Phrases.of(Lexicon.PRAISE.phrases());

    @Override
    public Sign look(Subject subject) {
        var sign = Sign.NONE;
        for (var match : phrases.find(subject.text().plain())) {
            double weight = match.phrase().weight();
            if (weight < UNKIND) return Sign.NONE;
            sign = sign.or(new Sign(weight, "It is kind to the creator.", match.span()));
        }
        return sign;
    }
}
