package org.foundups.twin.rag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.TopicMatch;

/// Says how near a text is to each topic of a persona.
final class Topics {
    private final PhraseVectors phrases;
    private final Calibration calibration;

    Topics(Embedder embedder) {
        this.phrases = new PhraseVectors(embedder);
        this.calibration = embedder.model().topics();
    }

    /// One match for each topic, nearest first.
    List<TopicMatch> near(Embedding point, Persona persona) {
        var matches = new ArrayList<TopicMatch>();
        for (var topic : persona.primaryTopics()) matches.add(match(point, topic, true));
        for (var topic : persona.secondaryTopics()) matches.add(match(point, topic, false));
        matches.sort(Comparator.comparingDouble(TopicMatch::score).reversed());
        return matches;
    }

    private TopicMatch match(Embedding point, String topic, boolean primary) {
        var cosine = point.cosine(phrases.of(topic));
        return new TopicMatch(topic, primary, calibration.score(cosine));
    }
}
