package org.foundups.twin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Twenty comments of every kind, and as many fresh copies of them as are wanted: a copy comes from
/// another viewer under another video, so that no cooldown stands in its way.
final class Comments {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> targets = read();
    private final AtomicInteger copies = new AtomicInteger();

    private static List<JsonNode> read() {
        var file =
                Objects.requireNonNull(
                        Comments.class.getResourceAsStream("considerations.jsonl"),
                        "considerations.jsonl is missing from the module");
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().map(Comments::target).toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static JsonNode target(String line) {
        var row = JSON.readTree(line);
        return row.has("target") ? row.get("target") : row;
    }

    int size() {
        return targets.size();
    }

    String text(int index) {
        return targets.get(index % targets.size()).get("text").stringValue();
    }

    /// A request body for the comment at an index, counted round and round.
    String request(int index, @Nullable String persona) {
        var copy = copies.incrementAndGet();
        var target = (ObjectNode) targets.get(index % targets.size()).deepCopy();
        target.put("target_id", "bench-" + copy);
        target.put("container_id", "bench-video-" + copy);
        target.putNull("parent_id");
        ((ObjectNode) target.get("author")).put("id", "bench-viewer-" + copy);
        var body = JSON.createObjectNode();
        body.set("target", target);
        if (persona != null) body.put("persona", persona);
        return JSON.writeValueAsString(body);
    }
}
