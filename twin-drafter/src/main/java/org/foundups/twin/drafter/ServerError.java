package org.foundups.twin.drafter;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a server says went wrong, in the shapes they use: `{"error":"text"}`,
/// `{"error":{"message":"text"}}`, `{"message":"text"}` and plain text.
final class ServerError {
    private static final int SHOWN = 200;

    private ServerError() {}

    /// The error in a document that came with a good status; empty if there is none.
    static Optional<String> in(JsonNode document) {
        var error = document.path("error");
        if (error.isMissingNode() || error.isNull()) return Optional.empty();
        if (error.isString()) return Optional.of(Plain.line(error.stringValue(), SHOWN));
        return Optional.of(Plain.line(error.path("message").asString(error.toString()), SHOWN));
    }

    /// The best sentence to be had from the body of a bad status; empty if there is none.
    static Optional<String> of(JsonMapper json, String body) {
        if (body.isBlank() || body.stripLeading().startsWith("<")) return Optional.empty();
        try {
            var document = json.readTree(body);
            var error = in(document);
            if (error.isPresent()) return error;
            var message = document.path("message").asString("");
            return Optional.of(Plain.line(message.isEmpty() ? body : message, SHOWN));
        } catch (JacksonException notJson) {
            return Optional.of(Plain.line(body, SHOWN));
        }
    }
}
