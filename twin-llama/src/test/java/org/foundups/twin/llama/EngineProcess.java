package org.foundups.twin.llama;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The engine as its parent sees it: a child process that tells events.
final class EngineProcess implements AutoCloseable {
    static final String KEY = "a-key-for-tests";

    private final Process process;
    private final BufferedReader events;

    private EngineProcess(Process process) {
        this.process = process;
        this.events = process.inputReader(StandardCharsets.UTF_8);
    }

    /// The model and the libraries that the environment names.
    static List<String> modelOptions() {
        return List.of("--model", variable("TWIN_TEST_MODEL"), "--native", natives().toString());
    }

    static Path natives() {
        return Path.of(variable("TWIN_TEST_NATIVE"));
    }

    static String variable(String name) {
        var value = System.getenv(name);
        Assumptions.assumeTrue(value != null && !value.isBlank(), () -> name + " is not set");
        return String.valueOf(value);
    }

    /// A command line that runs a program of ours, with the flags the service uses.
    static List<String> java(Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp"));
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /// Starts it and tells it the key.
    static EngineProcess start(List<String> options) {
        try {
            var process =
                    new ProcessBuilder(java(EngineMain.class, options))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            process.getOutputStream().write((KEY + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return new EngineProcess(process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The event that ends the loading: ready or failed. Every line before it must be an event,
    /// too.
    JsonNode outcome() throws IOException {
        var json = new JsonMapper();
        for (var line = events.readLine(); line != null; line = events.readLine()) {
            var event = json.readTree(line);
            var kind = event.path("event").asString("");
            if (kind.equals("ready") || kind.equals("failed")) return event;
            if (!kind.equals("loading")) throw new IllegalStateException("no event: " + line);
        }
        throw new IllegalStateException("it ended without a word");
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
