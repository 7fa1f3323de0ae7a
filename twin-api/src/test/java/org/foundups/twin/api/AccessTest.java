package org.foundups.twin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foundups.twin.api.Considering.Model;
import org.foundups.twin.api.access.ApiKeys;
import org.foundups.twin.api.access.Route;
import org.foundups.twin.api.access.Routes;
import org.foundups.twin.api.access.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

final class AccessTest {
    @TempDir private static Path home;
    private static Model model;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        model = Model.saying("Radishes.");
        // Two calls without a key for each route there is are more than one address may make at
        // once.
        service =
                RunningService.on(
                        home,
                        model.server().url(),
                        "--twin.sample=false",
                        "--twin.access.requests-per-second=2000",
                        "--twin.access.burst=4000");
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        model.close();
    }

    static Stream<Route> routes() {
        return Routes.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesCallersWithoutAKey(Route route) throws Exception {
        assertThat(service.send(of(route, service.bare(path(route)))).status()).isEqualTo(401);
        var wrong = service.bare(path(route)).header("Authorization", "Bearer twin_wrong");
        assertThat(service.send(of(route, wrong)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesKeysWithoutTheScope(Route route) throws Exception {
        var answer =
                service.send(
                        of(route, with(EnumSet.complementOf(EnumSet.of(route.scope())), route)));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").stringValue()).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void opensToKeysWithTheScope(Route route) throws Exception {
        // A stream without an end would never answer.
        if (route.pattern().equals("/api/v1/events")) return;
        var answer = service.send(of(route, with(EnumSet.of(route.scope()), route)));

        assertThat(answer.status()).isNotIn(401, 403, 500);
    }

    private static HttpRequest.Builder with(EnumSet<Scope> scopes, Route route) {
        var secret = service.bean(ApiKeys.class).create("test", scopes).secret();
        return service.bare(path(route)).header("Authorization", "Bearer " + secret);
    }

    private static String path(Route route) {
        return route.pattern().replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000000");
    }

    private static HttpRequest.Builder of(Route route, HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json")
                .method(route.method().name(), HttpRequest.BodyPublishers.ofString("{}"));
    }

    @Test
    void listsExactlyTheCallsThereAre() {
        var mapping =
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var served =
                mapping.getHandlerMethods().keySet().stream()
                        .flatMap(info ->
                                info.getMethodsCondition().getMethods().stream()
                                        .flatMap(method ->
                                                info.getPatternValues().stream()
                                                        .map(pattern -> method + " " + pattern)))
                        .filter(call -> call.contains("/api/"))
                        .collect(Collectors.toCollection(TreeSet::new));
        var listed =
                Routes.ALL.stream()
                        .map(route -> route.method() + " " + route.pattern())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(served).isEqualTo(listed);
    }

    @Test
    void describesExactlyTheCallsThereAre() throws Exception {
        var description = service.send(service.bare("/openapi.json").GET()).json();

        assertThat(description.get("openapi").stringValue()).startsWith("3.1");
        for (var route : Routes.ALL) {
            var method = route.method().name().toLowerCase(Locale.ROOT);
            var operation = description.get("paths").get(route.pattern()).get(method);
            assertThat(operation.get("summary").stringValue()).isEqualTo(route.summary());
            assertThat(operation.get("description").stringValue()).contains(route.scope().id());
        }
        var described =
                description
                        .get("paths")
                        .propertyStream()
                        .flatMap(path ->
                                path.getValue()
                                        .propertyStream()
                                        .map(operation ->
                                                operation.getKey().toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey()))
                        .collect(Collectors.toCollection(TreeSet::new));
        var listed =
                Routes.ALL.stream()
                        .map(route -> route.method() + " " + route.pattern())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(listed);
        assertThat(service.send(service.bare("/docs").GET()).status()).isIn(200, 302);
    }

    @Test
    void neverServesWhatIsNotListed() throws Exception {
        for (var path : List.of("/", "/api/v1/secrets", "/actuator/env", "/h2-console", "/error")) {
            assertThat(service.send(service.bare(path).GET()).status())
                    .as(path)
                    .isIn(401, 403, 404);
        }
    }

    @Test
    void writesTheFirstKeyForTheOwnerAlone() throws Exception {
        var file = home.resolve("admin.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(service.get("/api/v1/keys").body()).doesNotContain(service.key());
    }

    @Test
    void makesListsAndRevokesKeys() throws Exception {
        var made =
                service.post(
                                "/api/v1/keys",
                                "{\"name\": \"orchestrator\", \"scopes\": [\"observe\"]}")
                        .json();
        var request =
                service.bare("/api/v1/consider")
                        .header("Authorization", "Bearer " + made.get("secret").stringValue())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Considering.question()));

        assertThat(service.send(request).status()).isEqualTo(200);
        assertThat(service.delete("/api/v1/keys/" + made.get("id").stringValue()).status())
                .isEqualTo(204);
        assertThat(service.send(request).status()).isEqualTo(401);
    }

    @Test
    void answersHealthWithoutAKeyAndMetricsWithOne() throws Exception {
        assertThat(service.send(service.bare("/actuator/health").GET()).status()).isEqualTo(200);
        assertThat(service.send(service.bare("/actuator/prometheus").GET()).status())
                .isEqualTo(401);
        assertThat(service.get("/actuator/prometheus").body()).contains("jvm_memory");
    }
}
