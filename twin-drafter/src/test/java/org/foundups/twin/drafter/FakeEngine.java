package org.foundups.twin.drafter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.foundups.twin.testing.FakeModelServer;

/// A child process that follows the engine's protocol, or breaks it, as its arguments say. It knows
/// no model: whoever asks it for words gets its own name.
final class FakeEngine {
    private final List<String> behaviours;
    private final String key;

    private FakeEngine(List<String> behaviours, String key) {
        this.behaviours = behaviours;
        this.key = key;
    }

    /// The command line that runs it.
    static List<String> command(String... behaviours) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes =
                String.join(
                        File.pathSeparator,
                        locationOf(FakeEngine.class),
                        locationOf(FakeModelServer.class));
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classes,
                                FakeEngine.class.getName()));
        command.addAll(Arrays.asList(behaviours));
        return command;
    }

    private static String locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    public static void main(String[] behaviours) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var engine = new FakeEngine(List.of(behaviours), in.readLine());
        engine.run(in);
    }

    private boolean is(String behaviour) {
        return behaviours.contains(behaviour);
    }

    private void run(BufferedReader in) throws Exception {
        System.out.println("not an event");
        System.out.println("{\"event\":\"loading\",\"progress\":0.5}");
        if (is("fails")) {
            System.err.println("error: bad magic");
            System.out.println(
                    "{\"event\":\"failed\",\"code\":\"MODEL\",\"message\":\"the file is broken\"}");
            System.exit(3);
        }
        if (is("crashes-once") && firstTime()) Runtime.getRuntime().halt(134);
        if (is("hangs")) new CountDownLatch(1).await();
        serve();
        if (is("ignores-closed-input")) new CountDownLatch(1).await();
        while (in.readLine() != null) {
            // Nothing more is said on this stream; its end is what matters.
        }
        System.exit(0);
    }

    private boolean firstTime() throws IOException {
        var mark = Path.of(behaviours.getLast());
        if (Files.exists(mark)) return false;
        Files.createFile(mark);
        return true;
    }

    private void serve() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> answer(exchange, is("silent") ? 500 : 200, ""));
        server.createContext("/v1/chat/completions", this::chat);
        server.start();
        System.out.println(
                "{\"event\":\"ready\",\"port\":"
                        + server.getAddress().getPort()
                        + ",\"model\":\"fake\",\"load_ms\":12}");
    }

    private void chat(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"wrong key\"}");
            return;
        }
        var half = FakeModelServer.delta("I am a ");
        if (is("dies-in-mid-answer")) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(half.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            Runtime.getRuntime().halt(139);
        }
        answer(
                exchange,
                200,
                half + FakeModelServer.delta("fake engine.") + FakeModelServer.finish("stop"));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
