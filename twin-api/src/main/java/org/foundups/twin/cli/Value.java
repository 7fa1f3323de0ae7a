package org.foundups.twin.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A piece of JSON, read with patience: the service may be newer or older than the command line, so
/// what is missing or of another kind is simply not there.
record Value(JsonNode node) {
    private static final JsonMapper JSON = new JsonMapper();

    /// @throws CommandFailed if it is not JSON
    static Value parsed(String json) {
        try {
            return new Value(JSON.readTree(json));
        } catch (JacksonException garbled) {
            throw CommandFailed.because(Exit.FAILED, "What came is not JSON.");
        }
    }

    /// The same for JSON that a person wrote.
    ///
    /// @throws CommandFailed naming the line
    static Value written(String name, String json) {
        try {
            var node = JSON.readTree(json);
            if (node.isObject()) return new Value(node);
            throw CommandFailed.because(Exit.USAGE, name + " holds no JSON object.");
        } catch (JacksonException garbled) {
            var at = garbled.getLocation();
            var line =
                    at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw CommandFailed.because(Exit.USAGE, name + " is not JSON" + line + ".");
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    /// @param path names with dots between them
    Value at(String path) {
        var found = node;
        for (var name : path.split("\\.", -1)) found = found.path(name);
        return new Value(found);
    }

    boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    boolean isScalar() {
        return isPresent() && node.isValueNode();
    }

    /// The text, or the number or truth value as text; empty if there is none.
    String text() {
        return node.asString("");
    }

    String text(String path) {
        return at(path).text();
    }

    /// NaN if it is no number.
    double number() {
        return node.isNumber() ? node.asDouble(Double.NaN) : Double.NaN;
    }

    double number(String path) {
        return at(path).number();
    }

    /// The number at a path, or another one where there is none.
    double number(String path, double otherwise) {
        var number = number(path);
        return Double.isNaN(number) ? otherwise : number;
    }

    boolean isTrue(String path) {
        return at(path).node().asBoolean(false);
    }

    /// Empty unless it is a time with an offset.
    Optional<Instant> time(String path) {
        try {
            return Optional.of(OffsetDateTime.parse(text(path)).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /// Empty unless it is an array.
    List<Value> items() {
        var items = new ArrayList<Value>();
        if (node.isArray()) for (var item : node) items.add(new Value(item));
        return items;
    }

    List<Value> items(String path) {
        return at(path).items();
    }

    /// In the order they came; empty unless it is an object.
    Map<String, Value> fields() {
        var fields = new LinkedHashMap<String, Value>();
        for (var field : node.properties()) fields.put(field.getKey(), new Value(field.getValue()));
        return fields;
    }
}
