package org.foundups.twin.drafter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.testing.FakeModelServer.DONE;
import static org.foundups.twin.testing.FakeModelServer.delta;
import static org.foundups.twin.testing.FakeModelServer.finish;
import static org.foundups.twin.testing.FakeModelServer.forever;
import static org.foundups.twin.testing.FakeModelServer.head;
import static org.foundups.twin.testing.FakeModelServer.send;
import static org.foundups.twin.testing.FakeModelServer.usage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.TwinException.Code;
import org.foundups.twin.testing.FakeModelServer;
import org.junit.jupiter.api.Test;

final class ChatClientTest {
    private static final String EVENTS = "text/event-stream";
    private static final CallLimits GENEROUS = CallLimits.DEFAULT;
    private static final CallLimits TINY =
            new CallLimits(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(200),
                    Duration.ofMillis(150),
                    Duration.ofMillis(600),
                    4096);
    private static final ChatRequest QUESTION =
            new ChatRequest(
                    List.of(ChatMessage.system("You are a test."), ChatMessage.user("Hi")),
                    20,
                    0.6,
                    0.85,
                    7,
                    List.of("\n"));

    private final List<String> heard = new ArrayList<>();

    private Completion ask(CallLimits limits, FakeModelServer server) {
        return new ChatClient(limits).complete(ready(server.url()), QUESTION, heard::add);
    }

    private static EngineEndpoint.Ready ready(String url) {
        return (EngineEndpoint.Ready)
                EngineEndpoint.external(url, "some-model", "secret-key").current();
    }

    private Completion asked(CallLimits limits, FakeModelServer.Script script) throws IOException {
        try (var server = FakeModelServer.answering(script)) {
            return ask(limits, server);
        }
    }

    private String failure(CallLimits limits, FakeModelServer.Script script) throws IOException {
        var failed = (Completion.Failed) asked(limits, script);
        assertThat(failed.reason()).doesNotContain("secret-key").contains("The model server at");
        return failed.code() + ": " + failed.reason();
    }

    private static void ok(OutputStream out, String... events) {
        head(out, 200, EVENTS);
        for (var event : events) send(out, event);
    }

    @Test
    void readsStreamWithUsage() throws IOException {
        var completion =
                asked(
                        GENEROUS,
                        (_, out) ->
                                ok(
                                        out,
                                        delta("Four "),
                                        delta("months."),
                                        finish("stop"),
                                        usage(300, 250, 4),
                                        DONE));
        assertThat(completion)
                .isInstanceOfSatisfying(
                        Completion.Answered.class,
                        answered -> {
                            assertThat(answered.text()).isEqualTo("Four months.");
                            assertThat(answered.model()).isEqualTo("fake-1");
                            assertThat(answered.cut()).isFalse();
                            assertThat(answered.usage())
                                    .isEqualTo(new Completion.Usage(300, 250, 4));
                            assertThat(answered.firstToken()).isPositive();
                        });
        assertThat(heard).containsExactly("Four ", "months.");
    }

    @Test
    void sendsProtocolAndKey() throws IOException {
        try (var server =
                FakeModelServer.answering((_, out) -> ok(out, delta("a"), finish("stop"), DONE))) {
            ask(GENEROUS, server);
            var request = server.received().getFirst();
            assertThat(request.line()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
            assertThat(request.headers())
                    .contains("Authorization: Bearer secret-key", "Content-Type: application/json");
            assertThat(request.body())
                    .contains("\"stream\":true", "\"include_usage\":true", "\"seed\":7")
                    .contains("\"stop\":[\"\\n\"]", "\"role\":\"system\"", "\"max_tokens\":20");
        }
    }

    @Test
    void joinsCharactersCutBetweenPackets() throws IOException {
        var bytes =
                (delta("米 is rice 🌾") + finish("stop") + DONE).getBytes(StandardCharsets.UTF_8);
        var completion =
                asked(
                        GENEROUS,
                        (_, out) -> {
                            head(out, 200, EVENTS);
                            for (var octet : bytes) {
                                out.write(octet);
                                out.flush();
                            }
                        });
        assertThat(((Completion.Answered) completion).text()).isEqualTo("米 is rice 🌾");
    }

    @Test
    void forgivesSloppyFraming() throws IOException {
        var completion =
                asked(
                        GENEROUS,
                        (_, out) ->
                                ok(
                                        out,
                                        ": keep-alive\r\n\r\n",
                                        "event: message\r",
                                        delta("Four").replace("data: ", "data:").strip() + "\r",
                                        delta(" months.").strip() + "\n",
                                        finish("stop").strip()));
        assertThat(((Completion.Answered) completion).text()).isEqualTo("Four months.");
    }

    @Test
    void readsPlainDocumentFromServerThatIgnoresStreaming() throws IOException {
        var completion =
                asked(
                        GENEROUS,
                        (_, out) -> {
                            head(out, 200, "application/json");
                            send(out, "\n{\"model\":\"m\",\"choices\":[{\"message\":{\"role\":");
                            send(out, "\"assistant\",\"content\":\"Yes.\"},\"finish_reason\":");
                            send(out, "\"length\"}],\"usage\":{\"prompt_tokens\":9}}");
                        });
        var answered = (Completion.Answered) completion;
        assertThat(answered.text()).isEqualTo("Yes.");
        assertThat(answered.cut()).isTrue();
        assertThat(answered.usage().prompt()).isEqualTo(9);
        assertThat(heard).containsExactly("Yes.");
    }

    @Test
    void asksForFirstListedModelIfNoneIsNamed() throws IOException {
        try (var server =
                FakeModelServer.answering((request, out) -> {
                    if (request.line().startsWith("GET /v1/models")) {
                        head(out, 200, "application/json");
                        send(out, "{\"data\":[{\"id\":\"text-embed\"},{\"id\":\"qwen\"}]}");
                    } else {
                        ok(out, delta("a"), finish("stop"), DONE);
                    }
                })) {
            var endpoint = EngineEndpoint.external(server.url() + "/v1/", null, null).current();
            new ChatClient(GENEROUS)
                    .complete((EngineEndpoint.Ready) endpoint, QUESTION, heard::add);
            assertThat(server.received().getLast().body()).contains("\"model\":\"qwen\"");
        }
    }

    @Test
    void saysThatNothingListens() throws IOException {
        var url = url();
        var failed =
                (Completion.Failed)
                        new ChatClient(GENEROUS).complete(ready(url), QUESTION, heard::add);
        assertThat(failed)
                .isEqualTo(
                        new Completion.Failed(
                                Code.MODEL_UNAVAILABLE,
                                "The model server at "
                                        + url
                                        + " refused the connection. Is LM Studio (or whatever"
                                        + " serves the model) running and a model loaded?"));
    }

    private static String url() throws IOException {
        try (var server = FakeModelServer.answering((_, _) -> {})) {
            return server.url();
        }
    }

    @Test
    void saysThatHostIsUnknown() {
        var failed =
                new ChatClient(GENEROUS)
                        .complete(ready("http://no-such-host.invalid:1"), QUESTION, heard::add);
        assertThat(((Completion.Failed) failed).reason()).contains("no such host name");
    }

    @Test
    void endsWaitForFirstToken() throws IOException {
        assertThat(failure(TINY, (_, _) -> forever()))
                .contains("MODEL_UNAVAILABLE", "wrote nothing within 0.2 s");
        assertThat(
                        failure(
                                TINY,
                                (_, out) -> {
                                    ok(out, ": still loading\n\n");
                                    forever();
                                }))
                .contains("wrote nothing within 0.2 s");
    }

    @Test
    void endsStallBetweenTokens() throws IOException, InterruptedException {
        try (var server =
                FakeModelServer.answering((_, out) -> {
                    ok(out, delta("Four"));
                    forever();
                })) {
            var failed = (Completion.Failed) ask(TINY, server);
            assertThat(failed.reason()).contains("stopped in mid-answer for more than 0.2 s");
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void endsAnswerThatNeverEnds() throws IOException {
        var endless =
                failure(
                        new CallLimits(
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(2),
                                Duration.ofMillis(300),
                                1 << 30),
                        (_, out) -> {
                            ok(out);
                            while (true) send(out, delta("more "));
                        });
        assertThat(endless).contains("was not done within 0.3 s");
        assertThat(
                        failure(
                                TINY,
                                (_, out) -> {
                                    ok(out);
                                    while (true) send(out, delta("x".repeat(1000)));
                                }))
                .contains("more than 4 KiB");
    }

    @Test
    void refusesAnswerCutInMidStream() throws IOException {
        assertThat(failure(GENEROUS, (_, out) -> ok(out, delta("Four mon"))))
                .contains("MODEL_UNAVAILABLE", "broke off in mid-answer");
    }

    @Test
    void acceptsAnswerWhoseReasonToEndArrivedBeforeTheCut() throws IOException {
        assertThat(asked(GENEROUS, (_, out) -> ok(out, delta("Four."), finish("stop"))))
                .isInstanceOf(Completion.Answered.class);
    }

    @Test
    void namesDroppedConnection() throws IOException {
        assertThat(failure(GENEROUS, (_, _) -> {})).contains("dropped the connection");
    }

    @Test
    void refusesGarbage() throws IOException {
        assertThat(failure(GENEROUS, (_, out) -> ok(out, "\u0001\u0002ÿþ garbage")))
                .contains("sent something that is no answer");
        assertThat(failure(GENEROUS, (_, out) -> ok(out, "data: {\"choices\":[{\"del\n\n")))
                .contains("no JSON");
        assertThat(failure(GENEROUS, (_, out) -> ok(out, "<!DOCTYPE html><html>")))
                .contains("a web page");
        assertThat(failure(GENEROUS, (_, out) -> head(out, 200, EVENTS))).contains("empty");
        assertThat(failure(GENEROUS, (_, out) -> send(out, "SSH-2.0-OpenSSH_9.2\r\n")))
                .contains("dropped the connection");
    }

    @Test
    void refusesErrorsUnderGoodStatus() throws IOException {
        assertThat(
                        failure(
                                GENEROUS,
                                (_, out) -> {
                                    head(out, 200, "application/json");
                                    send(out, "{\"error\":\"Unexpected endpoint or method\"}");
                                }))
                .contains("Unexpected endpoint or method");
        assertThat(
                        failure(
                                GENEROUS,
                                (_, out) ->
                                        ok(
                                                out,
                                                delta("Four"),
                                                "event: error\ndata: {\"error\":{\"message\":"
                                                        + "\"model crashed\"}}\n\n")))
                .contains("model crashed");
        assertThat(failure(GENEROUS, (_, out) -> ok(out, delta(""), finish("stop"), DONE)))
                .contains("no text");
    }

    @Test
    void mapsStatuses() throws IOException {
        assertThat(status(404, "{\"error\":\"model not found\"}"))
                .contains("MODEL_UNAVAILABLE", "does not know the model some-model")
                .contains("model not found");
        assertThat(status(401, "{\"error\":{\"message\":\"bad key\",\"code\":1}}"))
                .contains("refused the key", "TWIN_LLM_KEY", "bad key");
        assertThat(status(500, "<html>oops</html>"))
                .contains("MODEL_UNAVAILABLE", "status 500")
                .doesNotContain("html");
        assertThat(status(302, "")).contains("status 302");
        assertThat(status(503, "loading")).contains("CAPACITY", "loading");
    }

    private String status(int status, String body) throws IOException {
        return failure(
                GENEROUS,
                (_, out) -> {
                    head(out, status, "application/json");
                    send(out, body);
                });
    }

    @Test
    void passesOnWhenToComeBack() throws IOException {
        assertThat(failure(GENEROUS, (_, out) -> head(out, 429, "text/plain", "Retry-After: 7")))
                .startsWith("CAPACITY")
                .contains("is busy", "wait 7 s");
    }

    @Test
    void givesUpWhenCancelled() throws IOException {
        try (var server =
                FakeModelServer.answering((_, out) -> {
                    ok(out, delta("Four"));
                    forever();
                })) {
            var asking = Thread.currentThread();
            var completion =
                    new ChatClient(GENEROUS)
                            .complete(ready(server.url()), QUESTION, _ -> asking.interrupt());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(((Completion.Failed) completion).reason()).contains("cancelled");
        }
    }
}
