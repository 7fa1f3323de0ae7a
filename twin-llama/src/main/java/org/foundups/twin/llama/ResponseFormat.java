package org.foundups.twin.llama;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The field `response_format`: free text, any JSON object, or JSON after a schema.
final class ResponseFormat {
    private static final String FIELD = "response_format";

    private ResponseFormat() {}

    /// The grammar for a format; null for free text.
    ///
    /// @throws ApiError if the schema asks for something the grammar cannot hold it to
    static @Nullable Grammar grammar(JsonNode format) {
        var fields = new RequestFields(format, FIELD + ".", Set.of("type", "json_schema"));
        var type = RequestFields.string(fields.require("type"), FIELD + ".type");
        return switch (type) {
            case "text" -> null;
            case "json_object" -> new Grammar(JsonSchemaGrammar.anyObject(), FIELD);
            case "json_schema" -> schema(fields.require("json_schema"));
            default ->
                    throw ApiError.invalid(
                            FIELD + ".type", "must be text, json_object or json_schema");
        };
    }

    private static Grammar schema(JsonNode named) {
        var path = FIELD + ".json_schema.";
        var fields =
                new RequestFields(named, path, Set.of("name", "description", "schema", "strict"));
        return new Grammar(
                JsonSchemaGrammar.of(fields.require("schema"), path + "schema"), path + "schema");
    }
}
