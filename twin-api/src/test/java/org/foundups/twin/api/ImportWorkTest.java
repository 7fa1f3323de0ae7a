package org.foundups.twin.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.foundups.twin.api.ImportWork.Parameters;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class ImportWorkTest {
    /// A job that was waiting while the service was brought to this version goes on.
    @Test
    void readsWhatAnOlderVersionWrote() {
        var written =
                """
                {"file": "/imports/a.csv", "persona": "012", "format": "auto", "encoding": null,
                 "speaker": "012", "sourceType": null, "platform": null, "zone": "Asia/Tokyo"}
                """;
        var parameters = new JsonMapper().readValue(written, Parameters.class);
        assertThat(parameters.isDryRun()).isFalse();
        assertThat(parameters.name()).isNull();
        assertThat(parameters.options().own()).containsExactly("012");
        assertThat(parameters.options().speaker()).isEqualTo("012");
    }

    @Test
    void writesNothingThatItDoesNotReadAgain() {
        var json = new JsonMapper();
        var parameters =
                new Parameters(
                        "/a.zip",
                        "012",
                        "auto",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "undaodu",
                        java.util.List.of("012", "@me"),
                        "a.zip",
                        true);
        assertThat(json.readValue(json.writeValueAsString(parameters), Parameters.class))
                .isEqualTo(parameters);
    }
}
