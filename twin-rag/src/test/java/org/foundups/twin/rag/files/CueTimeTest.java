package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CueTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00:00:01,500 | 1.5",
                "00:00:01.500 | 1.5",
                "1:02:03      | 3723",
                "75:10.25     | 4510.25",
                "100:00:00,001| 360000.001",
                " 0:5,2       | 5.2",
            })
    void readsClocks(String written, double seconds) {
        assertThat(CueTime.clock(written)).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00:00:61,0", "00:60:00,0", "-0:01", "1.5", "00:00:0x,1", "1:2:3:4"})
    void refusesWhatIsNoClock(String written) {
        assertThat(CueTime.clock(written)).isEmpty();
    }

    @Test
    void refusesImpossibleNumbers() {
        assertThat(CueTime.number("1250", 0.001)).contains(1.25);
        for (var written : new String[] {"NaN", "-1", "Infinity", "1e300", "", "soon"})
            assertThat(CueTime.number(written, 1)).as(written).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25 |           |          | 00:00:02:05 | 2.2",
                "30 | 1000 1001 |          | 30f         | 1.001",
                "   |           | 10000000 | 15000000t   | 1.5",
                "25 |           |          | 50t         | 2",
                "   |           |          | 1.5s        | 1.5",
                "   |           |          | 250ms       | 0.25",
                "   |           |          | 2m          | 120",
                "   |           |          | 1h          | 3600",
                "   |           |          | 00:01:02.5  | 62.5",
                "   |           |          | 15f         | 0.5",
            })
    void readsEveryTimeOfTtml(
            String frames, String multiplier, String ticks, String written, double seconds) {
        var times = TtmlTimes.of(plain(frames), plain(multiplier), plain(ticks));
        assertThat(times.read(written)).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1", "wallclock(2024)", "-1s", "1d"})
    void refusesWhatIsNoTimeOfTtml(String written) {
        assertThat(TtmlTimes.PLAIN.read(written)).isEmpty();
    }

    private static String plain(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
