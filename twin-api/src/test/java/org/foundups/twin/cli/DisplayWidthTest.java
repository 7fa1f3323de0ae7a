package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayWidthTest {
    @Test
    void countsColumnsAndNotCharacters() {
        assertThat(DisplayWidth.of("garlic")).isEqualTo(6);
        assertThat(DisplayWidth.of("Knoblauch schälen")).isEqualTo(17);
        assertThat(DisplayWidth.of("ニンニク")).isEqualTo(8);
        assertThat(DisplayWidth.of("ｱｲｳ")).isEqualTo(3);
        assertThat(DisplayWidth.of("마늘")).isEqualTo(4);
    }

    @Test
    void countsCombinedCharactersOnce() {
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.of("👩‍🌾")).isEqualTo(2);
        assertThat(DisplayWidth.of("👍🏽")).isEqualTo(2);
        assertThat(DisplayWidth.of("🇯🇵🇦🇹")).isEqualTo(4);
        assertThat(DisplayWidth.of("❤️")).isEqualTo(2);
        assertThat(DisplayWidth.of("❤")).isEqualTo(1);
        assertThat(DisplayWidth.of("1️⃣")).isEqualTo(2);
    }

    @Test
    void clipsBetweenCharactersWithAnEllipsis() {
        assertThat(DisplayWidth.clipped("garlic", 6)).isEqualTo("garlic");
        assertThat(DisplayWidth.clipped("garlics", 6)).isEqualTo("garli…");
        assertThat(DisplayWidth.clipped("ニンニク", 6)).isEqualTo("ニン…");
        assertThat(DisplayWidth.clipped("👩‍🌾👩‍🌾👩‍🌾", 4)).isEqualTo("👩‍🌾…");
    }
}
