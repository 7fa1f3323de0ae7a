package org.foundups.twin.drafter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks a child whether it still answers. Three misses in a row mean that it does not.
final class EngineHealth {
    private static final int MISSES = 3;

    private final HttpClient http;
    private final Duration within;
    private int misses;

    EngineHealth(Duration within) {
        this.within = within;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(within)
                        .build();
    }

    /// One look; false once it has missed too often.
    boolean answers(URI base, String key) throws InterruptedException {
        misses = healthy(base, key) ? 0 : misses + 1;
        return misses < MISSES;
    }

    private boolean healthy(URI base, String key) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(base.resolve("/health"))
                        .header("Authorization", "Bearer " + key)
                        .timeout(within)
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        }
    }
}
