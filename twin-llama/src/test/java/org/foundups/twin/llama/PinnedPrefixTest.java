package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PinnedPrefixTest {
    private final PinnedPrefix prefix = new PinnedPrefix(100);

    private static Prompt prompt(int systemToken, int prefixLength) {
        var tokens = new int[prefixLength + 5];
        Arrays.fill(tokens, 0, prefixLength, systemToken);
        return new Prompt(tokens, prefixLength);
    }

    @Test
    void pinsTheFirstSystemMessageOnce() {
        assertThat(prefix.shouldPin(prompt(1, 50))).isTrue();
        assertThat(prefix.shouldPin(prompt(1, 50))).isFalse();
    }

    @Test
    void keepsItWhileAnotherComesOnlyNowAndThen() {
        prefix.shouldPin(prompt(1, 50));
        assertThat(prefix.shouldPin(prompt(2, 50))).isFalse();
        assertThat(prefix.shouldPin(prompt(1, 50))).isFalse();
        assertThat(prefix.shouldPin(prompt(2, 50))).isFalse();
    }

    @Test
    void followsOneThatComesTwiceInARow() {
        prefix.shouldPin(prompt(1, 50));
        prefix.shouldPin(prompt(2, 50));
        assertThat(prefix.shouldPin(prompt(2, 50))).isTrue();
    }

    @Test
    void passesOverPromptsThatAreNotWorthIt() {
        assertThat(prefix.shouldPin(prompt(1, 0))).isFalse();
        assertThat(prefix.shouldPin(prompt(1, 15))).isFalse();
        assertThat(prefix.shouldPin(prompt(1, 101))).isFalse();
    }
}
