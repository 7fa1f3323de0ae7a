package org.foundups.twin.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.foundups.twin.core.Screen;
import org.foundups.twin.testing.Fixtures;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Hostile texts of 50,000 characters. A rule whose time grows with the square of the length takes
/// minutes over them; the limit is generous, so that a slow machine does not fail.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LinearTimeTest {
    private static final int LENGTH = 50_000;
    private static final Screen SCREEN = Guardrails.screen(patient());

    /// As shipped, but reading texts of any length.
    private static ScreenSettings patient() {
        var defaults = ScreenSettings.defaults();
        return new ScreenSettings(
                Reading.LONGEST,
                defaults.refuseAbove(),
                defaults.extraAbuse(),
                defaults.extraSpam(),
                defaults.extraInjection(),
                defaults.neutral());
    }

    static Stream<String> hostile() {
        return Stream.of(
                        "\u200B",
                        "a\u0301\u0301\u0301\u0301\u0301\u0301",
                        "((((",
                        "[{<",
                        "a ",
                        "a.",
                        "@a",
                        "a@a.",
                        "www.",
                        "http://",
                        "1 ",
                        "1-",
                        "1,2",
                        "&#",
                        "<a ",
                        "\"",
                        "“",
                        "'",
                        "idiot ",
                        "idiot. ",
                        "\"a\" idiot ",
                        "**",
                        "#",
                        "you idiot! ",
                        "stupid question ",
                        "ignore all previous ",
                        "ignore. ",
                        "Why? ",
                        "well, ",
                        "Sure! ",
                        "reply: ",
                        "f*",
                        "1d10t ",
                        "check out my channel ",
                        "🌾 ",
                        "👨‍",
                        "🇯",
                        "%69",
                        ".- ",
                        "69 ",
                        "aGVsbG8gd29ybGQ ",
                        "#a ",
                        "foundups ",
                        "`foundups` ",
                        "\\u0041",
                        "死ね",
                        "twenty ",
                        "Tokyo ",
                        "  \n")
                .map(piece -> piece.repeat(LENGTH / piece.length()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void screensHostileTextInLinearTime(String text) {
        assertThat(SCREEN.screen(Fixtures.incoming(text))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void guardsHostileTextInLinearTime(String text) {
        assertThat(Styles.verdict(Styles.RULES, Fixtures.incoming(text), text)).isNotNull();
    }
}
