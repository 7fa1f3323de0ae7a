package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

final class JsonBodyTest {
    private static AbstractThrowableAssert<?, ?> refused(String body) {
        return assertThatThrownBy(() -> JsonBody.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ApiError.class);
    }

    @Test
    void readsADocument() {
        var body = "{\"a\": \"ü\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonBody.read(body).path("a").asString()).isEqualTo("ü");
    }

    @Test
    void tellsWhereJsonBreaks() {
        refused("{\"a\": tru}").hasMessageContaining("line 1, column");
        refused("").hasMessageContaining("empty");
        refused("{} {}").hasMessageContaining("no JSON");
        refused("{\"a\":1,\"a\":2}").hasMessageContaining("uplicate");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        assertThatThrownBy(() -> JsonBody.read(new byte[] {'"', (byte) 0xC3, '"'}))
                .hasMessageContaining("not encoded in UTF-8");
    }

    @Test
    void refusesDocumentsMadeToFillTheMemory() {
        refused("[".repeat(50_000)).hasMessageContaining("no JSON");
        refused("[" + "[],".repeat(200_000) + "1]").hasMessageContaining("no JSON");
    }
}
