package org.foundups.twin.drafter;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Speaks the OpenAI chat protocol to whatever server is named. Safe for use by several threads.
/// Redirects are not followed: they would carry the prompt to a place nobody configured.
final class ChatClient {
    private static final Duration AFTERWORD = Duration.ofMillis(250);

    private final HttpClient http;
    private final JsonMapper json = new JsonMapper();
    private final CallLimits limits;
    private final ChatWire wire = new ChatWire(json);

    ChatClient(CallLimits limits) {
        this.limits = limits;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.connect())
                        .build();
    }

    /// Asks once and waits for the whole answer.
    ///
    /// @param tokens told each piece of text as it comes; if it throws, the answer is abandoned
    Completion complete(
            EngineEndpoint.Ready endpoint, ChatRequest request, Consumer<String> tokens) {
        var failures = new CallFailures(endpoint);
        var call = new Call(endpoint, failures, System.nanoTime(), Deadline.in(limits.whole()));
        try {
            if (endpoint.model() != null) return ask(call, endpoint.model(), request, tokens);
            var listed = wire.firstModel(list(call));
            return listed.isEmpty() ? failures.noModel() : ask(call, listed.get(), request, tokens);
        } catch (BadStatus bad) {
            return failures.status(bad.status(), ServerError.of(json, bad.body()), bad.later());
        } catch (Garbled garbled) {
            return failures.garbled(garbled);
        } catch (IOException broken) {
            return failures.unreachable(broken, limits.connect());
        } catch (TimeoutException silent) {
            return failures.silent(limits.firstToken());
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return failures.interrupted();
        }
    }

    private record Call(
            EngineEndpoint.Ready endpoint,
            CallFailures failures,
            long begunNanos,
            Deadline deadline) {}

    private Completion ask(Call call, String model, ChatRequest request, Consumer<String> tokens)
            throws IOException, TimeoutException, InterruptedException {
        try (var connection = open(call, wire.completion(call.endpoint(), model, request))) {
            return new AnswerReading(json, limits, call.failures(), call.deadline(), tokens)
                    .read(connection.body(), call.begunNanos(), model, request.maxTokens());
        }
    }

    private String list(Call call) throws IOException, TimeoutException, InterruptedException {
        try (var connection = open(call, wire.models(call.endpoint()))) {
            return connection.excerpt(limits.answerBytes(), firstToken(call));
        }
    }

    private ServerConnection open(Call call, HttpRequest request)
            throws IOException, TimeoutException, InterruptedException {
        var connection = ServerConnection.open(http, request, firstToken(call));
        if (connection.status() == 200) return connection;
        try (connection) {
            throw new BadStatus(
                    connection.status(),
                    connection.excerpt(4096, Deadline.in(AFTERWORD)),
                    connection.retryAfter());
        }
    }

    private Deadline firstToken(Call call) {
        return call.deadline().earlier(Deadline.in(limits.firstToken()));
    }
}
