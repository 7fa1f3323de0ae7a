package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RagSettingsTest {
    private static final Path INDEX = Path.of("index");

    @Test
    void hasDefaultsForEveryKey() {
        var processors = Runtime.getRuntime().availableProcessors();
        assertThat(RagSettings.in(INDEX))
                .isEqualTo(
                        new RagSettings(
                                INDEX,
                                null,
                                0.35,
                                5,
                                100,
                                0.25,
                                0.95,
                                Math.min(processors, 8),
                                Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 5, 100, 0.25, 0.95, 1, 1000, minimum-score",
        "1.1,  5, 100, 0.25, 0.95, 1, 1000, minimum-score",
        "NaN,  5, 100, 0.25, 0.95, 1, 1000, minimum-score",
        "0.35, 0, 100, 0.25, 0.95, 1, 1000, passages",
        "0.35,51, 100, 0.25, 0.95, 1, 1000, passages",
        "0.35, 5,   4, 0.25, 0.95, 1, 1000, neighbours",
        "0.35, 5,10001, 0.25, 0.95, 1, 1000, neighbours",
        "0.35, 5, 100, -0.1, 0.95, 1, 1000, diversity",
        "0.35, 5, 100,  1.1, 0.95, 1, 1000, diversity",
        "0.35, 5, 100, 0.25, -0.1, 1, 1000, duplicate-cosine",
        "0.35, 5, 100, 0.25,  1.1, 1, 1000, duplicate-cosine",
        "0.35, 5, 100, 0.25, 0.95, 0, 1000, embedders",
        "0.35, 5, 100, 0.25, 0.95,65, 1000, embedders",
        "0.35, 5, 100, 0.25, 0.95, 1,    9, follow-every",
    })
    void refusesWhatIsOutOfRange(
            double minimumScore,
            int passages,
            int neighbours,
            double diversity,
            double duplicateCosine,
            int embedders,
            long millis,
            String key) {
        assertThatThrownBy(() ->
                        new RagSettings(
                                INDEX,
                                null,
                                minimumScore,
                                passages,
                                neighbours,
                                diversity,
                                duplicateCosine,
                                embedders,
                                Duration.ofMillis(millis)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("twin.rag." + key + " is ");
    }

    @Test
    void takesTheBounds() {
        assertThat(new RagSettings(INDEX, null, 0, 1, 1, 0, 0, 1, Duration.ofMillis(10)))
                .isNotEqualTo(
                        new RagSettings(INDEX, INDEX, 1, 50, 10_000, 1, 1, 64, Duration.ofDays(1)));
    }

    @Test
    void tellsEverythingWrongAtOnce() {
        assertThatThrownBy(() -> new RagSettings(INDEX, null, 2, 0, -1, 2, 2, 0, Duration.ZERO))
                .hasMessageContaining("minimum-score")
                .hasMessageContaining("passages")
                .hasMessageContaining("neighbours")
                .hasMessageContaining("twin.rag.diversity")
                .hasMessageContaining("duplicate-cosine")
                .hasMessageContaining("embedders")
                .hasMessageContaining("follow-every");
    }
}
