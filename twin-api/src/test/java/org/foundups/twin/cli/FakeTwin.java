package org.foundups.twin.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A service on loopback that answers what it was told to answer, and remembers what it was asked.
final class FakeTwin implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Answering>> answers = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    /// @param authorisation null if there was none
    record Asked(
            String method,
            String path,
            @Nullable String authorisation,
            String accept,
            String type,
            String body) {}

    @FunctionalInterface
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    FakeTwin() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Answers a call; the last answer to it is given from then on.
    FakeTwin on(String call, int status, String body) {
        return on(call, exchange -> answer(exchange, status, body));
    }

    FakeTwin on(String call, Answering answering) {
        answers.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(answering);
        return this;
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// Sends the beginning of a longer answer and hangs up.
    static void hangUp(HttpExchange exchange, String beginning) throws IOException {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        throw new IOException("hung up on purpose");
    }

    List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    Asked lastAsked() {
        return asked().getLast();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            synchronized (asked) {
                asked.add(
                        new Asked(
                                exchange.getRequestMethod(),
                                path,
                                exchange.getRequestHeaders().getFirst("Authorization"),
                                header(exchange, "Accept"),
                                header(exchange, "Content-Type"),
                                body));
            }
            var known =
                    answers.get(
                            exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            if (known == null)
                answer(
                        exchange,
                        404,
                        "{\"title\":\"Not Found\",\"detail\":\"There is no " + path + ".\"}");
            else (known.size() > 1 ? known.remove() : known.element()).answer(exchange);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
