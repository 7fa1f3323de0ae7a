package org.foundups.twin.rag.files;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The text cell of a Takeout file: `{"text":"…"},{"text":"…"}` since June 2024,
/// `{"takeoutSegments":[{"text":"…"}]}` before, and plain text before that.
final class TakeoutText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TakeoutText() {}

    /// The text of a cell.
    ///
    /// @return empty if the cell begins as segments and then is none
    static Optional<String> of(String cell) {
        var text = cell.strip();
        if (!text.startsWith("{")) return Optional.of(text);
        try {
            var segments = MAPPER.readTree("[" + text + "]");
            var written = new StringBuilder();
            for (var segment : segments) {
                if (!holdsText(segment)) return Optional.of(text);
                append(segment, written);
            }
            return Optional.of(written.toString().strip());
        } catch (JacksonException _) {
            return text.matches("(?s)\\{\\s*\"(text|takeoutSegments)\"\\s*:.*")
                    ? Optional.empty()
                    : Optional.of(text);
        }
    }

    private static boolean holdsText(JsonNode segment) {
        return segment.has("takeoutSegments")
                || segment.has("text")
                || segment.has("link")
                || segment.has("mention");
    }

    private static void append(JsonNode segment, StringBuilder written) {
        segment.path("takeoutSegments").forEach(inner -> append(inner, written));
        if (segment.path("text").isString()) written.append(segment.path("text").asString());
        else written.append(segment.path("link").path("linkUrl").asString(""));
    }
}
