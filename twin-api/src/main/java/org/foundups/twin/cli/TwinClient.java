package org.foundups.twin.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Calls the service. Each call ends with its answer or with a [CommandFailed] that says why there
/// is none. `HttpURLConnection`, because it is ready before the newer client has started its
/// threads, and times out per read, which is what a stream needs.
final class TwinClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofMinutes(5);
    private static final int LIMIT_BYTES = 64 << 20;

    static {
        // A call that changes something must not be repeated behind our back.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final Settings settings;
    private @Nullable Key key;

    TwinClient(Settings settings) {
        this.settings = settings;
    }

    /// Asks for something.
    ///
    /// @param path below `/api/v1`, with its query
    /// @return the body; empty if there is none
    String get(String path) {
        return call("GET", path, null);
    }

    String post(String path, @Nullable String body) {
        return call("POST", path, body);
    }

    String put(String path, String body) {
        return call("PUT", path, body);
    }

    String delete(String path) {
        return call("DELETE", path, null);
    }

    private String call(String method, String path, @Nullable String body) {
        return exchange(() -> {
            var connection = open(method, path, "application/json");
            if (body != null) send(connection, body);
            return text(answer(connection));
        });
    }

    /// Passes on the lines of an answer as they come.
    ///
    /// @param reader returns false when it has seen enough
    void lines(String path, Predicate<String> reader) {
        exchange(() -> {
            var connection = open("GET", path, "application/x-ndjson");
            try (var lines =
                    new BufferedReader(
                            new InputStreamReader(answer(connection), StandardCharsets.UTF_8))) {
                var line = lines.readLine();
                while (line != null && reader.test(line)) line = lines.readLine();
            } finally {
                connection.disconnect();
            }
            return "";
        });
    }

    /// Passes on server-sent events until one is called `result`.
    ///
    /// @return the result
    String events(String path, String body, Consumer<ServerEvent> listener) {
        return exchange(() -> {
            var connection = open("POST", path, "text/event-stream");
            send(connection, body);
            try (var stream = answer(connection)) {
                var events = new EventReader(stream);
                for (var event = events.next(); event != null; event = events.next()) {
                    if (event.name().equals("result")) return event.data();
                    if (event.name().equals("problem")) throw Refusals.of(event.data(), key());
                    listener.accept(event);
                }
            } finally {
                connection.disconnect();
            }
            throw new IOException("the stream ended early");
        });
    }

    /// Sends a file with form fields.
    ///
    /// @param progress told how many bytes have gone
    String upload(String path, Upload upload, Consumer<Long> progress) {
        return exchange(() -> {
            var connection = open("POST", path, "application/json");
            connection.setRequestProperty("Content-Type", upload.contentType());
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(upload.length());
            try (var out = connection.getOutputStream()) {
                upload.write(out, progress);
            } catch (IOException brokenOff) {
                // Whoever refuses a long body need not read it to the end; the answer tells why.
                if (!isAnswered(connection)) throw brokenOff;
            }
            return text(answer(connection));
        });
    }

    private HttpURLConnection open(String method, String path, String accepted) throws IOException {
        var url = URI.create(settings.service() + "/api/v1" + path).toURL();
        var connection = (HttpURLConnection) url.openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) READ.toMillis());
        // The key must not follow a redirection to somewhere else.
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", accepted + ", application/problem+json");
        var secret = key().secret();
        if (secret != null) connection.setRequestProperty("Authorization", "Bearer " + secret);
        return connection;
    }

    private static void send(HttpURLConnection connection, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(bytes);
        }
    }

    private static boolean isAnswered(HttpURLConnection connection) {
        try {
            return connection.getResponseCode() > 0;
        } catch (IOException silent) {
            return false;
        }
    }

    private InputStream answer(HttpURLConnection connection) throws IOException {
        var status = status(connection);
        if (status >= 200 && status < 300) return connection.getInputStream();
        var body = connection.getErrorStream();
        throw Refusals.of(
                status,
                body == null ? "" : text(body),
                connection.getHeaderField("Retry-After"),
                key());
    }

    private static int status(HttpURLConnection connection) throws IOException {
        try {
            return connection.getResponseCode();
        } catch (HttpRetryException unauthorised) {
            // The JDK's way of saying 401 to whoever sent a body of known length.
            return unauthorised.responseCode();
        }
    }

    private static String text(InputStream body) throws IOException {
        try (body) {
            var bytes = body.readNBytes(LIMIT_BYTES + 1);
            if (bytes.length <= LIMIT_BYTES) return new String(bytes, StandardCharsets.UTF_8);
        }
        throw CommandFailed.because(Exit.FAILED, "The answer is longer than 64 MiB.");
    }

    private Key key() {
        if (key == null) key = Key.of(settings);
        return key;
    }

    @FunctionalInterface
    private interface Exchange {
        String done() throws IOException;
    }

    private String exchange(Exchange exchange) {
        try {
            return exchange.done();
        } catch (ConnectException | NoRouteToHostException | UnknownHostException nobody) {
            throw notRunning();
        } catch (SocketTimeoutException silent) {
            throw silent.getMessage() != null && silent.getMessage().startsWith("Connect")
                    ? notRunning()
                    : CommandFailed.because(
                            Exit.LATER,
                            "The twin has not answered for " + READ.toMinutes() + " minutes.",
                            "./twin status tells how it is.");
        } catch (IOException broken) {
            throw CommandFailed.because(
                    Exit.UNREACHABLE,
                    "The connection to the twin broke before the answer was complete ("
                            + broken.getMessage()
                            + ").",
                    "./twin status tells how it is, ./twin logs what happened.");
        }
    }

    private CommandFailed notRunning() {
        return settings.isLocal()
                ? CommandFailed.because(
                        Exit.UNREACHABLE, "The twin is not running. Start it with ./twin up.")
                : CommandFailed.because(
                        Exit.UNREACHABLE, "Nobody answers at " + settings.service() + ".");
    }
}
