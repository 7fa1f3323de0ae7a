package org.foundups.twin.drafter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExcerptTest {
    private static final String TALK =
            "We moved in the spring of that year. The roof leaked over both beds. "
                    + "The visa took four months because I lost a form. After that it was easy.";

    @Test
    void leavesAloneWhatFits() {
        assertThat(Excerpt.of("It took four months.", "Did the roof leak?", 40))
                .isEqualTo("It took four months.");
    }

    @Test
    void takesTheSentencesThatShareWordsWithTheComment() {
        assertThat(Excerpt.of(TALK, "How long did your visa take?", 16))
                .isEqualTo("The visa took four months because I lost a form.");
        assertThat(Excerpt.of(TALK, "was the roof leaking", 10))
                .isEqualTo("The roof leaked over both beds.");
    }

    @Test
    void fillsUpWithWhatFollows() {
        assertThat(Excerpt.of(TALK, "was the roof leaking, and the visa?", 26))
                .isEqualTo(
                        "The roof leaked over both beds. The visa took four months because I lost a"
                                + " form.");
    }

    @Test
    void takesTheBeginningWhereNothingIsShared() {
        assertThat(Excerpt.of(TALK, "why?", 12)).isEqualTo("We moved in the spring of that year.");
        assertThat(Excerpt.of(TALK, "", 12)).isEqualTo("We moved in the spring of that year.");
    }

    @Test
    void cutsASentenceThatIsTooLong() {
        assertThat(Excerpt.of("word ".repeat(100).strip(), "word", 10)).endsWith("…").hasSize(35);
        assertThat(Tokens.estimate(Excerpt.of("米".repeat(300), "米", 10))).isLessThan(13);
    }
}
