package org.foundups.twin.llama;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a running engine, as the service does.
///
/// @param port of 127.0.0.1
record EngineClient(int port, HttpClient http) {
    private static final JsonMapper JSON = new JsonMapper();

    /// An answer in one piece.
    record Answer(int status, JsonNode body) {
        String text() {
            return body.path("choices").path(0).path("message").path("content").asString("");
        }

        String finish() {
            return body.path("choices").path(0).path("finish_reason").asString("");
        }

        int usage(String name) {
            return body.path("usage").path(name).asInt(-1);
        }

        int cached() {
            return body.path("usage").path("prompt_tokens_details").path("cached_tokens").asInt(-1);
        }

        String error() {
            return body.path("error").path("message").asString("");
        }
    }

    static EngineClient to(int port) {
        return new EngineClient(port, HttpClient.newHttpClient());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + EngineProcess.KEY);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    Answer getWithoutKey(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build());
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /// @param more fields of the request, written with single quotes
    Answer chat(String question, String more) throws IOException, InterruptedException {
        return post("/v1/chat/completions", body(question, more));
    }

    static String body(String question, String more) {
        var messages = JSON.createArrayNode();
        messages.addObject().put("role", "system").put("content", "You are a helpful assistant.");
        messages.addObject().put("role", "user").put("content", question);
        return "{\"messages\": " + messages + ", " + more.replace('\'', '"') + "}";
    }

    /// The payloads of a streamed answer, as they come.
    Stream stream(String question, String more) throws IOException {
        var body = body(question, "'stream': true, " + more).getBytes(StandardCharsets.UTF_8);
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var head =
                "POST /v1/chat/completions HTTP/1.0\r\nAuthorization: Bearer "
                        + EngineProcess.KEY
                        + "\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        return new Stream(socket, socket.getInputStream());
    }

    /// Looks at `/v1/engine` until it is as wished; the test's time limit ends a vain wait.
    JsonNode await(Predicate<JsonNode> wish) throws IOException, InterruptedException {
        while (true) {
            var state = get("/v1/engine").body();
            if (wish.test(state)) return state;
        }
    }

    static boolean isIdle(JsonNode state) {
        return state.path("slots").valueStream().noneMatch(slot -> slot.path("busy").asBoolean());
    }

    static boolean isFull(JsonNode state) {
        return state.path("slots").valueStream().allMatch(slot -> slot.path("busy").asBoolean());
    }

    static boolean isAtRest(JsonNode state) {
        return isIdle(state) && state.path("waiting").asInt() == 0;
    }

    /// A streamed answer over a connection of its own.
    record Stream(Socket socket, InputStream in) implements AutoCloseable {
        /// The next payload; empty at the end.
        String next() throws IOException {
            for (var line = line(); line != null; line = line()) {
                if (line.startsWith("data: ")) return line.substring(6);
            }
            return "";
        }

        private @org.jspecify.annotations.Nullable String line() throws IOException {
            var line = new java.io.ByteArrayOutputStream();
            for (var octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) return null;
                line.write(octet);
            }
            return line.toString(StandardCharsets.UTF_8).strip();
        }

        List<String> rest() throws IOException {
            var payloads = new ArrayList<String>();
            for (var next = next(); !next.isEmpty(); next = next()) payloads.add(next);
            return payloads;
        }

        static String text(List<String> payloads) {
            var text = new StringBuilder();
            for (var payload : payloads) {
                if (payload.startsWith("[")) continue;
                var choice = JSON.readTree(payload).path("choices").path(0);
                text.append(choice.path("delta").path("content").asString(""));
            }
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
