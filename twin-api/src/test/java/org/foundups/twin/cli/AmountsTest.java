package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void saysSizesInTheUnitThatFits() {
        assertThat(Amounts.bytes(0)).isEqualTo("0 B");
        assertThat(Amounts.bytes(999)).isEqualTo("999 B");
        assertThat(Amounts.bytes(98_362_432)).isEqualTo("98.4 MB");
        assertThat(Amounts.bytes(999_600)).isEqualTo("1.0 MB");
        assertThat(Amounts.bytes(1_117_320_736)).isEqualTo("1.1 GB");
        assertThat(Amounts.bytes(253_113_024)).isEqualTo("253 MB");
    }

    @Test
    void saysDurationsWithTheDigitsThatTellSomething() {
        assertThat(Amounts.duration(Duration.ofNanos(1_240_000))).isEqualTo("1.2 ms");
        assertThat(Amounts.duration(Duration.ofMillis(820))).isEqualTo("820 ms");
        assertThat(Amounts.duration(Duration.ofMillis(1_549))).isEqualTo("1.5 s");
        assertThat(Amounts.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Amounts.duration(Duration.ofMillis(59_700))).isEqualTo("1 min");
        assertThat(Amounts.duration(Duration.ofSeconds(75))).isEqualTo("1 min 15 s");
        assertThat(Amounts.duration(Duration.ofMinutes(133))).isEqualTo("2 h 13 min");
        assertThat(Amounts.duration(Duration.ofHours(50))).isEqualTo("2 d 2 h");
    }

    @Test
    void drawsBarsAsLongAsTheShare() {
        assertThat(Bars.of(0, 10)).isEmpty();
        assertThat(Bars.of(0.74, 10)).isEqualTo("███████▍");
        assertThat(Bars.of(1, 10)).isEqualTo("██████████");
        assertThat(Bars.of(1e-9, 10)).isEqualTo("▏");
        assertThat(Bars.of(Double.NaN, 10)).isEmpty();
        assertThat(Bars.of(7, 10)).hasSize(10);
        assertThat(Bars.track(0.5, 10, Ink.PLAIN).plain()).isEqualTo("█████░░░░░");
    }
}
