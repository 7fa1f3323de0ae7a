package org.foundups.twin.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foundups.twin.api.access.Route;
import org.foundups.twin.api.access.Routes;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The published description: names in snake_case as on the wire, keys, and the shape of errors.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String PROBLEM = "application/problem+json";

    @Bean
    OpenApiCustomizer description() {
        return document -> {
            document.info(
                    new Info()
                            .title("Digital Twin")
                            .version("1")
                            .description(
                                    """
                                    Decides, drafts and records what a creator's twin would do about a comment. \
                                    Positions in texts count Unicode code points. Times are RFC 3339 with an offset.\
                                    """));
            document.getComponents()
                    .addSecuritySchemes(
                            "key",
                            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            document.addSecurityItem(new SecurityRequirement().addList("key"));
            document.getComponents()
                    .getSchemas()
                    .values()
                    .forEach(OpenApiConfiguration::inSnakeCase);
            problems(document);
            for (var route : Routes.ALL) describe(document, route);
        };
    }

    /// Grouped by the first word of the path, with the scope it takes.
    private static void describe(OpenAPI document, Route route) {
        var path = document.getPaths().get(route.pattern());
        if (path == null) return;
        var method = PathItem.HttpMethod.valueOf(route.method().name());
        var operation = path.readOperationsMap().get(method);
        if (operation == null) return;
        operation.setTags(List.of(route.pattern().split("/", -1)[3]));
        operation.setSummary(route.summary());
        operation.setDescription("Takes a key of scope `" + route.scope().id() + "`.");
    }

    private static void problems(OpenAPI document) {
        var body = new Content().addMediaType(PROBLEM, new MediaType().schema(problem()));
        document.getPaths()
                .values()
                .forEach(path ->
                        path.readOperations()
                                .forEach(operation ->
                                        operation
                                                .getResponses()
                                                .addApiResponse(
                                                        "default",
                                                        new ApiResponse()
                                                                .description(
                                                                        "What went wrong, and what to do.")
                                                                .content(body))));
    }

    private static Schema<?> problem() {
        var violation = of("object");
        for (var name : List.of("pointer", "code", "message"))
            violation.addProperty(name, of("string"));
        var errors = of("array");
        errors.setItems(violation);
        var problem = of("object");
        for (var name : List.of("type", "title", "code", "detail", "instance")) {
            problem.addProperty(name, of("string"));
        }
        problem.addProperty("status", of("integer"));
        problem.addProperty("errors", errors);
        return problem;
    }

    private static Schema<Object> of(String type) {
        var schema = new Schema<Object>();
        schema.setTypes(Set.of(type));
        return schema;
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // The library's schemas are raw throughout.
    private static void inSnakeCase(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) return;
        var renamed = new LinkedHashMap<String, Schema>();
        properties.forEach((name, property) -> renamed.put(snakeCase(name), property));
        schema.setProperties(renamed);
        if (schema.getRequired() != null) {
            schema.setRequired(
                    ((List<String>) schema.getRequired())
                            .stream().map(OpenApiConfiguration::snakeCase).toList());
        }
    }

    /// As Jackson names it: `timingsMs` becomes `timings_ms`.
    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
