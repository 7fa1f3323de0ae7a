package org.foundups.twin.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service in this JVM, on a data directory and a port of its own.
final class RunningService implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path home;
    private final ServletWebServerApplicationContext context;

    /// An answer of the service.
    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String body() {
            return response.body();
        }
    }

    private RunningService(Path home, ServletWebServerApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    /// @param modelUrl where the model answers
    static RunningService on(Path home, String modelUrl, String... more) {
        var application = new SpringApplication(TwinApplication.class);
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--twin.home=" + home,
                                "--twin.cache=" + home.resolve("cache"),
                                "--twin.config="
                                        + Path.of("../config").toAbsolutePath().normalize(),
                                "--twin.engine.url=" + modelUrl));
        arguments.addAll(Arrays.asList(more));
        var context = application.run(arguments.toArray(String[]::new));
        return new RunningService(home, (ServletWebServerApplicationContext) context);
    }

    Path home() {
        return home;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    String address() {
        return "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /// The administrator's key.
    String key() throws IOException {
        return Files.readString(home.resolve("admin.key")).strip();
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    Answer put(String path, String body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    /// Sends a file as a form would.
    Answer upload(String path, String name, byte[] content)
            throws IOException, InterruptedException {
        var border = "border-4711";
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        .formatted(border, name);
        var parts =
                List.of(
                        (head + "Content-Type: application/octet-stream\r\n\r\n").getBytes(utf8()),
                        content,
                        ("\r\n--" + border + "--\r\n").getBytes(utf8()));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(parts)));
    }

    private static java.nio.charset.Charset utf8() {
        return java.nio.charset.StandardCharsets.UTF_8;
    }

    /// A request with the administrator's key.
    HttpRequest.Builder request(String path) throws IOException {
        return bare(path).header("Authorization", "Bearer " + key());
    }

    /// A request without a key.
    HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(60));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response);
    }

    /// Follows a job until it is over.
    JsonNode finished(JsonNode job) throws IOException, InterruptedException {
        var path = "/api/v1/jobs/" + job.get("job_id").stringValue() + "/events";
        var events = get(path).body();
        var last = events.substring(events.lastIndexOf("data:") + 5);
        return JSON.readTree(last);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    @Override
    public void close() {
        context.close();
    }
}
