package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.concurrent.Executors;
import org.foundups.twin.testing.HostileTexts;
import org.junit.jupiter.api.Test;

final class OnnxEmbedderTest {
    private final Embedder embedder = new RealEmbedder();

    @Test
    void puts384NumbersOfLengthOne() {
        var embedding = embedder.embed("Two fields now.");
        assertThat(embedding.dimensions()).isEqualTo(embedder.model().dimensions()).isEqualTo(384);
        assertThat(embedding.cosine(embedding)).isCloseTo(1, within(1e-5));
    }

    @Test
    void putsRelatedTextsNearerThanUnrelatedOnes() {
        var asked = embedder.embed("How long did the visa take?");
        var near = embedder.embed("The visa took four months.");
        var far = embedder.embed("The frogs own both of the rice fields.");
        assertThat(asked.cosine(near)).isGreaterThan(0.6);
        assertThat(asked.cosine(far)).isLessThan(0.2);
    }

    @Test
    void givesTheSameTextTheSameVectorWhoeverElseAsks() throws Exception {
        var alone = embedder.embed("How long did the visa take?");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var asked =
                    pool.invokeAll(
                            Collections.nCopies(
                                    40, () -> embedder.embed("How long did the visa take?")));
            for (var answer : asked) assertThat(answer.get()).isEqualTo(alone);
        }
    }

    @Test
    void embedsAnything() {
        for (var text : HostileTexts.ALL)
            assertThat(embedder.embed(text).dimensions()).isEqualTo(384);
        assertThat(embedder.embed("word ".repeat(20_000)).dimensions()).isEqualTo(384);
    }

    @Test
    void readsACosineAsHowLikelyAnAnswerIs() {
        var answer = embedder.embed("Broad beans were the first thing I ever planted, in 1987.");
        assertThat(score("What was the first thing you ever planted?", answer)).isGreaterThan(0.5);
        assertThat(score("what GPU should I buy for gaming", answer)).isLessThan(0.05);
    }

    private double score(String asked, Embedding answer) {
        return embedder.model().passages().score(embedder.embed(asked).cosine(answer));
    }
}
