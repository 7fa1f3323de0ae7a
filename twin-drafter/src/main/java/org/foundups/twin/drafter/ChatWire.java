package org.foundups.twin.drafter;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Requests and lists as they look on the wire.
///
/// @see <a href="https://platform.openai.com/docs/api-reference/chat">OpenAI: chat completions</a>
record ChatWire(JsonMapper json) {
    HttpRequest completion(EngineEndpoint.Ready endpoint, String model, ChatRequest request) {
        return to(endpoint, "/chat/completions")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(model, request)))
                .build();
    }

    HttpRequest models(EngineEndpoint.Ready endpoint) {
        return to(endpoint, "/models").GET().build();
    }

    /// The first model a server lists that writes text; empty if there is none.
    ///
    /// @throws Garbled if it is no list
    Optional<String> firstModel(String listed) {
        try {
            var document = json.readTree(listed);
            ServerError.in(document)
                    .ifPresent(error -> {
                        throw new Garbled("reported an error: " + error);
                    });
            return document.path("data")
                    .valueStream()
                    .map(model -> model.path("id").asString(""))
                    .filter(id -> !id.isEmpty() && !id.contains("embed"))
                    .findFirst();
        } catch (JacksonException notJson) {
            throw new Garbled("sent something that is no list of models.");
        }
    }

    private static HttpRequest.Builder to(EngineEndpoint.Ready endpoint, String path) {
        var request = HttpRequest.newBuilder(URI.create(endpoint.base() + path));
        if (endpoint.key() != null) request.header("Authorization", "Bearer " + endpoint.key());
        return request;
    }

    private String body(String model, ChatRequest request) {
        var body = json.createObjectNode();
        body.put("model", model);
        request.messages()
                .forEach(message -> write(message, body.withArray("messages").addObject()));
        body.put("max_tokens", request.maxTokens());
        body.put("temperature", request.temperature());
        body.put("top_p", request.topP());
        body.put("seed", request.seed());
        request.stop().forEach(body.withArray("stop")::add);
        body.put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        return json.writeValueAsString(body);
    }

    private static void write(ChatMessage message, ObjectNode into) {
        into.put("role", message.role().id());
        into.put("content", message.content());
    }
}
