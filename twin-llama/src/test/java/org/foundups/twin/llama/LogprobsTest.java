package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LogprobsTest {
    @Test
    void probabilitiesAddUpToOne() {
        var random = new Random(7);
        var logits = new float[1000];
        for (var i = 0; i < logits.length; i++) logits[i] = 80 * (random.nextFloat() - 0.5f);
        var all = new Logprobs(logits);
        var sum = IntStream.range(0, logits.length).mapToDouble(i -> Math.exp(all.of(i))).sum();
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void equalLogitsAreEquallyLikely() {
        assertThat(new Logprobs(new float[] {3, 3, 3, 3}).of(2))
                .isCloseTo(Math.log(0.25), within(1e-9));
    }

    @Test
    void survivesLogitsThatAreImpossible() {
        var all = new Logprobs(new float[] {0, Float.NEGATIVE_INFINITY});
        assertThat(all.of(0)).isZero();
        assertThat(all.of(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void findsTheLikeliestAsSortingWould() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var logits = new float[50];
            for (var i = 0; i < logits.length; i++) logits[i] = random.nextInt(20);
            var sorted =
                    IntStream.range(0, logits.length)
                            .boxed()
                            .sorted((a, b) -> Float.compare(logits[b], logits[a]))
                            .mapToInt(Integer::intValue)
                            .limit(random.nextInt(60))
                            .toArray();
            assertThat(new Logprobs(logits).likeliest(sorted.length))
                    .as("seed %d", seed)
                    .containsExactly(sorted);
        }
    }

    @Test
    void findsNoneIfNoneIsWanted() {
        assertThat(new Logprobs(new float[] {1, 2}).likeliest(0)).isEmpty();
    }
}
