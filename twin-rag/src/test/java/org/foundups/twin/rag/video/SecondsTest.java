package org.foundups.twin.rag.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecondsTest {
    @ParameterizedTest
    @CsvSource({
        "2:05, 125",
        "75:10, 4510",
        "1:04:10, 3850",
        "' 0:00 ', 0",
        "12.5, 12.5",
        "0, 0",
        "1e2, 100",
        "0:59.999, 59.999",
        "100:00, 6000",
        "10:00:00, 36000",
        "1:5, 65"
    })
    void readsTheKnownForms(String text, String seconds) {
        assertThat(Seconds.of(text))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "later on",
                "-1",
                "1:60",
                "1:60:00",
                "1:2:3:4",
                "NaN",
                "Infinity",
                "1:-5",
                "٣",
                "1e9999",
                ":30",
                "1:",
                "0x10",
                "+5",
                "1,5"
            })
    void takesEverythingElseForUnknown(String text) {
        assertThat(Seconds.of(text)).isEmpty();
    }
}
