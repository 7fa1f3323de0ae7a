package org.foundups.twin.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import org.foundups.twin.core.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLengthTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "plain => 5",
                "日本 => 4",
                "a👨‍👩‍👧‍👦 => 3",
                "see https://example.com/a/very/long/path/indeed/that/goes/on => 27",
                "é – ü => 5"
            })
    void countsAsPlatformX(String text, int length) {
        assertThat(TextLength.on(Platform.X, Reading.of(text))).isEqualTo(length);
    }

    @Test
    void countsLargerUnitWherePlatformDoesNotSay() {
        assertThat(TextLength.on(Platform.YOUTUBE, Reading.of("👍 a"))).isEqualTo(4);
    }
}
