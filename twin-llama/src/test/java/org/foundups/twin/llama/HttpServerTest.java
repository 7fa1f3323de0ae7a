package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the server byte by byte, as a careless or hostile client would.
@Timeout(30)
final class HttpServerTest {
    private static final String KEY = "Authorization: Bearer secret-token\r\n";

    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final HttpServer server =
            HttpServer.open(0, new BearerToken("secret-token"), this::handle);

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /// Says what it was sent; or waits until nobody wants the answer any more.
    private void handle(Exchange exchange) throws IOException, InterruptedException {
        switch (exchange.head().path()) {
            case "/echo" -> {
                var text = new String(exchange.body(), StandardCharsets.UTF_8);
                exchange.reply().send(200, new JsonMapper().createObjectNode().put("body", text));
            }
            case "/events" -> {
                exchange.reply().beginEvents();
                exchange.reply().event("one");
                exchange.reply().event("two");
                exchange.reply().endEvents();
            }
            case "/wait" -> {
                exchange.whenAbandoned(abandoned::countDown);
                begun.countDown();
                abandoned.await();
                throw new IOException("nobody is there");
            }
            case "/busy" -> throw ApiError.busy(3);
            default -> throw new IllegalStateException("a fault");
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /// Sends, and reads until the server closes.
    private String talk(String request) throws IOException {
        try (var socket = connect()) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String post(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + KEY + headers + "\r\n" + body;
    }

    @Test
    void answersSeveralRequestsOnOneConnection() throws IOException {
        var both =
                post("/echo", "Content-Length: 1\r\n", "a")
                        + post("/echo?x=1", "Content-Length: 1\r\nConnection: close\r\n", "b");
        assertThat(talk(both)).contains("{\"body\":\"a\"}").endsWith("{\"body\":\"b\"}");
    }

    @Test
    void readsABodyInChunks() throws IOException {
        var chunks = "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: 1\r\n\r\n";
        assertThat(
                        talk(
                                post(
                                        "/echo",
                                        "Transfer-Encoding: chunked\r\nConnection: close\r\n",
                                        chunks)))
                .contains("{\"body\":\"abcde\"}");
    }

    @Test
    void sendsEventsInChunks() throws IOException {
        assertThat(talk(post("/events", "Connection: close\r\n", "")))
                .contains("Content-Type: text/event-stream")
                .contains("\r\n\r\nb\r\ndata: one\n\n\r\n")
                .endsWith("0\r\n\r\n");
        assertThat(talk("GET /events HTTP/1.0\r\n" + KEY + "\r\n"))
                .endsWith("\r\n\r\ndata: one\n\ndata: two\n\n");
    }

    @Test
    void answersOnlyThoseWhoKnowTheToken() throws IOException {
        var request = "POST /echo HTTP/1.1\r\nContent-Length: 9000000\r\n";
        assertThat(talk(request + "\r\n")).startsWith("HTTP/1.1 401").contains("invalid_api_key");
        assertThat(talk(request + "Authorization: Bearer secret-tokeN\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void refusesABodyThatIsTooLargeWithoutLosingTheAnswer() throws IOException {
        var large = "x".repeat(HttpBody.LIMIT_BYTES + 1);
        assertThat(talk(post("/echo", "Content-Length: " + large.length() + "\r\n", large)))
                .startsWith("HTTP/1.1 413")
                .contains("body_too_large");
        var chunk = "400000\r\n" + "x".repeat(0x400000) + "\r\n";
        assertThat(
                        talk(
                                post(
                                        "/echo",
                                        "Transfer-Encoding: chunked\r\n",
                                        chunk + "1\r\nx\r\n0\r\n\r\n")))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void refusesUnclearFraming() throws IOException {
        assertThat(talk(post("/echo", "Content-Length: 1\r\nContent-Length: 2\r\n", "ab")))
                .startsWith("HTTP/1.1 400");
        assertThat(talk(post("/echo", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "a")))
                .startsWith("HTTP/1.1 400");
        assertThat(talk(post("/echo", "Content-Length: -1\r\n", ""))).startsWith("HTTP/1.1 400");
        assertThat(talk(post("/echo", "Transfer-Encoding: chunked\r\n", "zz\r\n")))
                .startsWith("HTTP/1.1 400");
        assertThat(talk("GARBAGE\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(talk("GET /echo HTTP/1.1\r\n: x\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesAHeadThatIsTooLarge() throws IOException {
        assertThat(talk("GET / HTTP/1.1\r\nX: " + "x".repeat(20_000))).startsWith("HTTP/1.1 431");
    }

    @Test
    void noticesThatAClientWentAwayWhileNothingIsWritten() throws Exception {
        try (var socket = connect()) {
            send(socket, post("/wait", "", ""));
            begun.await();
        }
        assertThat(abandoned.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noticesAResetWhileNothingIsWritten() throws Exception {
        try (var socket = connect()) {
            socket.setSoLinger(true, 0);
            send(socket, post("/wait", "", ""));
            begun.await();
        }
        assertThat(abandoned.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsWhenToTryAgain() throws IOException {
        assertThat(talk(post("/busy", "Connection: close\r\n", "")))
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 1\r\n")
                .contains("3 requests are waiting");
    }

    @Test
    void hidesFaultsAndSurvivesThem() throws IOException {
        assertThat(talk(post("/fault", "Connection: close\r\n", "")))
                .startsWith("HTTP/1.1 500")
                .doesNotContain("a fault\"")
                .doesNotContain("IllegalState");
        assertThat(talk(post("/events", "Connection: close\r\n", ""))).startsWith("HTTP/1.1 200");
    }

    @Test
    void encouragesClientsThatAskBeforeTheySend() throws IOException {
        var headers = "Expect: 100-continue\r\nContent-Length: 1\r\nConnection: close\r\n";
        assertThat(talk(post("/echo", headers, "a")))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(server.address().isLoopbackAddress()).isTrue();
    }
}
