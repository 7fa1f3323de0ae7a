package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EmbeddingTest {
    @Test
    void isOfLengthOne() {
        assertThat(Embedding.normalised(3, 4).cosine(Embedding.normalised(1, 0)))
                .isCloseTo(0.6, within(1e-6));
    }

    @Test
    void comesBackFromItsBytes() {
        var embedding = Embedding.normalised(1, -2, 3);
        assertThat(Embedding.decoded(embedding.encoded())).isEqualTo(embedding);
    }

    @Test
    void refusesWhatHasNoDirection() {
        for (var values : new float[][] {{}, {0, 0}, {Float.NaN, 1}, {Float.POSITIVE_INFINITY, 1}})
            assertThatThrownBy(() -> Embedding.normalised(values))
                    .isInstanceOf(IllegalArgumentException.class);
    }
}
