package org.foundups.twin.drafter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts an answer together from the bytes of a response. Which form the server chose, a stream of
/// events or one document, is told by the first byte: the content type is not to be relied on. One
/// response, one reader, one thread.
final class AnswerReader {
    private enum Form {
        UNKNOWN,
        EVENTS,
        DOCUMENT
    }

    private final JsonMapper json;
    private final Consumer<String> tokens;
    private final EventLines events = new EventLines(this::payload);
    private final ByteArrayOutputStream document = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private Form form = Form.UNKNOWN;
    private boolean understood;
    private boolean done;
    private @Nullable String model;
    private @Nullable String finish;
    private Completion.Usage usage = Completion.Usage.UNTOLD;

    AnswerReader(JsonMapper json, Consumer<String> tokens) {
        this.json = json;
        this.tokens = tokens;
    }

    /// @throws Garbled if this cannot become an answer
    void accept(byte[] bytes) {
        if (form == Form.UNKNOWN) form = formOf(bytes);
        switch (form) {
            case EVENTS -> events.accept(bytes);
            case DOCUMENT -> document.writeBytes(bytes);
            case UNKNOWN -> {}
        }
    }

    /// The response is over.
    ///
    /// @throws Garbled if this cannot become an answer
    void end() {
        switch (form) {
            case EVENTS -> {
                events.end();
                if (!understood) throw new Garbled("sent something that is no answer.");
            }
            case DOCUMENT -> {
                payload(document.toString(StandardCharsets.UTF_8));
                done = true;
            }
            case UNKNOWN -> throw new Garbled("sent an empty response.");
        }
    }

    /// The server said that nothing follows.
    boolean done() {
        return done;
    }

    /// The server said why the answer ends, so it is whole even if the connection breaks now.
    boolean finished() {
        return done || finish != null;
    }

    boolean cut() {
        return "length".equals(finish);
    }

    String text() {
        return text.toString();
    }

    Completion.Usage usage() {
        return usage;
    }

    @Nullable String model() {
        return model;
    }

    private static Form formOf(byte[] bytes) {
        for (var octet : bytes) {
            if (octet == '{') return Form.DOCUMENT;
            if (octet == '<') throw new Garbled("sent a web page instead of an answer.");
            if (octet > ' ' || octet < 0) return Form.EVENTS;
        }
        return Form.UNKNOWN;
    }

    private void payload(String payload) {
        if (payload.isEmpty() || done) return;
        if (payload.equals("[DONE]")) {
            done = true;
            return;
        }
        try {
            read(json.readTree(payload));
        } catch (JacksonException notJson) {
            throw new Garbled("sent something that is no JSON.");
        }
    }

    private void read(JsonNode chunk) {
        understood = true;
        ServerError.in(chunk)
                .ifPresent(error -> {
                    throw new Garbled("reported an error: " + error);
                });
        var name = chunk.path("model").asString("");
        if (!name.isEmpty()) model = Plain.line(name, 120);
        readUsage(chunk.path("usage"));
        var choice = chunk.path("choices").path(0);
        append(choice.path("delta").path("content").asString(""));
        append(choice.path("message").path("content").asString(""));
        var reason = choice.path("finish_reason").asString("");
        if (!reason.isEmpty()) finish = reason;
    }

    private void readUsage(JsonNode told) {
        if (!told.isObject()) return;
        usage =
                new Completion.Usage(
                        told.path("prompt_tokens").asInt(0),
                        told.path("prompt_tokens_details").path("cached_tokens").asInt(0),
                        told.path("completion_tokens").asInt(0));
    }

    private void append(String piece) {
        if (piece.isEmpty()) return;
        text.append(piece);
        tokens.accept(piece);
    }
}
