package org.foundups.twin.core;

/// How near a target is to one of the persona's topics.
///
/// @param primary whether the creator is known for the topic
/// @param score calibrated 0..1, on the same scale as [Passage#score]
public record TopicMatch(String topic, boolean primary, double score) {
    public TopicMatch {
        if (!(score >= 0 && score <= 1))
            throw new IllegalArgumentException("a score is 0..1, not " + score);
    }
}
