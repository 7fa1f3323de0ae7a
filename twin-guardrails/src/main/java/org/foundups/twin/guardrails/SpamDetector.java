package org.foundups.twin.guardrails;

import java.util.List;

/// A logistic score over what advertising looks like. The weights were fitted to the 1,138 labelled
/// comments of three videos in the YouTube Spam Collection (Alberto, Lochter and Almeida 2015, CC
/// BY 4.0) by `SpamWeightsTest`, which also prints what weights fitted to two videos reach on the
/// third. The phrases were chosen knowing all three.
final class SpamDetector implements Detector {
    private final Phrases phrases;

    SpamDetector(List<Phrase> phrases) {
        this.phrases = Phrases.of(phrases);
    }

    @Override
    public Sign look(Subject subject) {
        var features = SpamFeatures.of(subject.text(), phrases);
        double probability = probability(features);
        return new Sign(
                probability, "The text reads like advertising or a scam.", features.evidence());
    }

    static double probability(SpamFeatures features) {
        double score = SpamFeatures.BIAS;
        var values = features.values();
        for (int i = 0; i < values.size(); i++) {
            score += SpamFeatures.WEIGHTS.get(i) * values.get(i);
        }
        return 1 / (1 + Math.exp(-score));
    }
}
