package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir Path directory;

    @Test
    void callsThePortOfThisMachineUnlessToldOtherwise() {
        assertThat(settings(Map.of()).service()).isEqualTo(URI.create("http://127.0.0.1:8012"));
        assertThat(settings(Map.of("TWIN_PORT", "9000")).service())
                .isEqualTo(URI.create("http://127.0.0.1:9000"));
        assertThat(settings(Map.of("TWIN_URL", "https://twin.example/a/")).service())
                .isEqualTo(URI.create("https://twin.example/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twin.example",
                "file:///etc",
                "http://",
                "http://a b",
                "ftp://twin.example"
            })
    void refusesWhatIsNoAddress(String url) {
        assertThatExceptionOfType(CommandFailed.class)
                .isThrownBy(() -> settings(Map.of("TWIN_URL", url)))
                .satisfies(failed -> assertThat(failed.exit()).isEqualTo(Exit.USAGE));
    }

    @Test
    void showsTheKeyOfThisMachineToNobodyElse() throws IOException {
        Files.writeString(directory.resolve("admin.key"), "twin_secret\n");
        assertThat(Key.of(settings(Map.of())).secret()).isEqualTo("twin_secret");
        assertThat(Key.of(settings(Map.of("TWIN_URL", "http://localhost:1"))).secret())
                .isEqualTo("twin_secret");
        assertThat(Key.of(settings(Map.of("TWIN_URL", "http://[::1]:1"))).secret())
                .isEqualTo("twin_secret");
        assertThat(Key.of(settings(Map.of("TWIN_URL", "http://127.0.0.1.example:1"))).secret())
                .isNull();
        assertThat(
                        Key.of(settings(Map.of("TWIN_URL", "http://twin.example", "TWIN_KEY", "k")))
                                .secret())
                .isEqualTo("k");
    }

    @Test
    void refusesAKeyThatWouldBreakTheHeader() throws IOException {
        Files.writeString(directory.resolve("admin.key"), "twin_a\nX-Other: b\n");
        assertThatExceptionOfType(CommandFailed.class)
                .isThrownBy(() -> Key.of(settings(Map.of())))
                .satisfies(failed -> assertThat(failed.exit()).isEqualTo(Exit.UNAUTHORISED))
                .satisfies(failed -> assertThat(failed.sentence()).doesNotContain("twin_a"));
    }

    private Settings settings(Map<String, String> environment) {
        var all = new java.util.HashMap<>(environment);
        all.put("TWIN_HOME", directory.toString());
        return Settings.of(all, new Properties());
    }
}
