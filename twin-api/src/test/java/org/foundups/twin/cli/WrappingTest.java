package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WrappingTest {
    private static final String[] PIECES = {
        "garlic",
        " ",
        "  ",
        "ニンニク",
        "👩‍🌾",
        "e\u0301",
        "\n",
        "a-very-long-word-without-any-space",
        "。",
        "x"
    };

    @Test
    void breaksBetweenWords() {
        assertThat(Wrapping.wrap("plant the cloves in autumn", 10))
                .containsExactly("plant the", "cloves in", "autumn");
    }

    @Test
    void breaksBetweenWideCharacters() {
        assertThat(Wrapping.wrap("にんにくを植える", 7)).containsExactly("にんに", "くを植", "える");
    }

    @Test
    void breaksWordsOnlyIfTheyAreLongerThanALine() {
        assertThat(Wrapping.wrap("see https://example.org/x ok", 10))
                .containsExactly("see", "https://ex", "ample.org/", "x ok");
    }

    @Test
    void keepsLineBreaksAndInnerSpaces() {
        assertThat(Wrapping.wrap("one  two\n\nthree", 20)).containsExactly("one  two", "", "three");
        assertThat(Wrapping.wrap("", 20)).containsExactly("");
    }

    @Test
    void neverExceedsTheWidthAndLosesNothingButSpaces() {
        var seed = 20261124L;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (var piece = random.nextInt(40); piece > 0; piece--)
                text.append(PIECES[random.nextInt(PIECES.length)]);
            var columns = 4 + random.nextInt(40);
            var lines = Wrapping.wrap(text.toString(), columns);
            assertThat(lines)
                    .as("seed %d, round %d", seed, round)
                    .allMatch(line -> DisplayWidth.of(line) <= columns);
            assertThat(dense(String.join("", lines)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(dense(text.toString()));
        }
    }

    private static String dense(String text) {
        return text.replaceAll("\\s", "");
    }
}
