package org.foundups.twin.rag.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one JSON object as a row.
final class JsonRow {
    /// Names under which a file may keep all its rows.
    static final Set<String> LISTS = Set.of("items", "comments", "documents", "data", "results");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final RowReading reading;
    private final Set<String> unknown;

    /// @param unknown where names that mean nothing here are noted
    JsonRow(RowReading reading, Set<String> unknown) {
        this.reading = reading;
        this.unknown = unknown;
    }

    /// Whether a text is one object that is a row, and not a list of rows.
    static boolean isDocument(String json) {
        try {
            var node = MAPPER.readTree(json);
            return node.isObject() && LISTS.stream().noneMatch(name -> node.path(name).isArray());
        } catch (JacksonException _) {
            return false;
        }
    }

    ImportRow read(long line, String json) {
        try {
            var node = MAPPER.readTree(json);
            if (!node.isObject()) return new ImportRow.Broken(line, "not a JSON object");
            return reading.row(line, values(node));
        } catch (JacksonException failure) {
            return new ImportRow.Broken(line, fault(failure));
        }
    }

    private Map<String, String> values(JsonNode node) {
        var values = new LinkedHashMap<String, String>();
        for (var property : node.properties()) {
            if (!Fields.known(property.getKey())) {
                if (unknown.size() < 20) unknown.add(property.getKey());
            } else if (!property.getValue().isNull()) {
                values.put(Fields.bare(property.getKey()), value(property.getValue()));
            }
        }
        return values;
    }

    /// A list becomes its members on lines of their own, a person their name.
    private static String value(JsonNode node) {
        if (node.isArray())
            return StreamSupport.stream(node.spliterator(), false)
                    .map(JsonRow::value)
                    .collect(Collectors.joining("\n"));
        if (node.isObject()) {
            for (var name : List.of("name", "display_name", "displayName", "text")) {
                if (node.path(name).isString()) return node.path(name).asString();
            }
            return "";
        }
        return node.asString();
    }

    /// What is wrong with a text that cannot be parsed.
    static String fault(JacksonException failure) {
        var said = String.valueOf(failure.getOriginalMessage()).replaceAll("\\p{Cntrl}", " ");
        return "not JSON: " + (said.length() > 160 ? said.substring(0, 160) : said);
    }
}
