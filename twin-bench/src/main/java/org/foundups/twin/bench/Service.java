package org.foundups.twin.bench;

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
import org.foundups.twin.api.TwinApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service as it ships, in this process: its own database, forced to disk, its own index, real
/// embeddings.
final class Service implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServletWebServerApplicationContext context;
    private final Path home;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Service(ServletWebServerApplicationContext context, Path home) {
        this.context = context;
        this.home = home;
    }

    static Service on(Path home, Path config, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--logging.level.root=WARN",
                                "--twin.home=" + home,
                                "--twin.config=" + config.toAbsolutePath(),
                                "--twin.access.requests-per-second=100000",
                                "--twin.access.burst=100000"));
        arguments.addAll(Arrays.asList(more));
        var context =
                new SpringApplication(TwinApplication.class).run(arguments.toArray(String[]::new));
        return new Service((ServletWebServerApplicationContext) context, home);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        var answer = http.send(request(path, body), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answered " + answer.statusCode() + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest request(String path, String body) throws IOException {
        var address =
                "http://127.0.0.1:"
                        + Objects.requireNonNull(context.getWebServer()).getPort()
                        + path;
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(3))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(home.resolve("admin.key")).strip())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    boolean ready() throws IOException, InterruptedException {
        var address =
                "http://127.0.0.1:"
                        + Objects.requireNonNull(context.getWebServer()).getPort()
                        + "/actuator/health/readiness";
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    @Override
    public void close() {
        context.close();
    }
}
