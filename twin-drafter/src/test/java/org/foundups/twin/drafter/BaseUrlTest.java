package org.foundups.twin.drafter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.foundups.twin.core.TwinException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1234, http://127.0.0.1:1234/v1",
        "http://127.0.0.1:1234/, http://127.0.0.1:1234/v1",
        "http://127.0.0.1:1234/v1, http://127.0.0.1:1234/v1",
        "http://127.0.0.1:1234/v1///, http://127.0.0.1:1234/v1",
        "' https://llm.example/api/v1/chat/completions ', https://llm.example/api/v1",
        "http://[::1]:8080/v1, http://[::1]:8080/v1"
    })
    void endsInExactlyOneVersion(String given, String normal) {
        assertThat(BaseUrl.parse(given)).hasToString(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost:1234", "ftp://x", "http://", "http://a b", "http://u:p@h"})
    void refusesWhatIsNoServer(String given) {
        assertThatThrownBy(() -> BaseUrl.parse(given))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("http://127.0.0.1:1234");
    }
}
