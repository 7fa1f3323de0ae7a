package org.foundups.twin.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A model server on loopback that behaves as a script says, byte for byte, good or bad.
public final class FakeModelServer implements AutoCloseable {
    /// What to do with one request.
    @FunctionalInterface
    public interface Script {
        /// Writes the answer, or as much of it as the script wants.
        void answer(Received request, OutputStream out) throws Exception;
    }

    /// A request as it came.
    public record Received(String line, List<String> headers, String body) {
        public Received {
            headers = List.copyOf(headers);
        }
    }

    private final ServerSocket socket;
    private final Script script;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    private FakeModelServer(ServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
    }

    /// Starts one on a free port.
    public static FakeModelServer answering(Script script) throws IOException {
        var server =
                new FakeModelServer(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    /// Where it is, without `/v1`.
    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /// What came, oldest first.
    public List<Received> received() {
        return List.copyOf(received);
    }

    /// Waits until a client closed its connection in mid-answer.
    public boolean sawHangUp() throws InterruptedException {
        return hungUp.await(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            var line = line(in);
            var headers = headers(in);
            var body = new String(in.readNBytes(length(headers)), StandardCharsets.UTF_8);
            var request = new Received(line, headers, body);
            received.add(request);
            Thread.ofVirtual().start(() -> watch(in));
            script.answer(request, connection.getOutputStream());
        } catch (IOException | UncheckedIOException clientGone) {
            hungUp.countDown();
        } catch (Exception scriptFailed) {
            throw new IllegalStateException(scriptFailed);
        }
    }

    /// A client sends nothing after its request, so the end of its stream means it hung up.
    private void watch(InputStream in) {
        try {
            if (in.read() < 0) hungUp.countDown();
        } catch (IOException reset) {
            hungUp.countDown();
        }
    }

    private static List<String> headers(InputStream in) throws IOException {
        var headers = new CopyOnWriteArrayList<String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) headers.add(line);
        return headers;
    }

    private static int length(List<String> headers) {
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(header -> Integer.parseInt(header.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            if (octet != '\r') line.append((char) octet);
        }
        return line.toString();
    }

    // What scripts are made of.

    /// A server that says nothing more.
    public static void forever() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /// Status line and headers of an answer that ends with the connection.
    public static void head(OutputStream out, int status, String type, String... more) {
        var head = "HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Type: " + type;
        var extra = more.length == 0 ? "" : "\r\n" + String.join("\r\n", more);
        send(out, head + extra + "\r\n\r\n");
    }

    /// Writes text at once.
    public static void send(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// A chunk of a streamed chat answer.
    public static String delta(String text) {
        return "data: {\"model\":\"fake-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                + text
                + "\"},\"finish_reason\":null}]}\n\n";
    }

    /// The chunk that says why the answer ended.
    public static String finish(String reason) {
        return "data: {\"model\":\"fake-1\",\"choices\":[{\"index\":0,\"delta\":{},"
                + "\"finish_reason\":\""
                + reason
                + "\"}]}\n\n";
    }

    /// The chunk that counts tokens.
    public static String usage(int prompt, int cached, int completion) {
        return "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":"
                + prompt
                + ",\"completion_tokens\":"
                + completion
                + ",\"prompt_tokens_details\":{\"cached_tokens\":"
                + cached
                + "}}}\n\n";
    }

    /// The end of a stream.
    public static final String DONE = "data: [DONE]\n\n";
}
