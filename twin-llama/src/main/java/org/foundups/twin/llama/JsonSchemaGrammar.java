package org.foundups.twin.llama;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/// Writes a grammar whose every text is JSON after a schema. Not every such JSON: properties come
/// in the order of the schema, there is at most one blank between tokens, and properties the schema
/// does not name are left out. `oneOf` is read as `anyOf`. A keyword that could not be kept is
/// refused.
///
/// @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema:
///   validation</a>
/// @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md">GBNF</a>
final class JsonSchemaGrammar {
    private static final Set<String> REMARKS =
            Set.of(
                    "$schema",
                    "$id",
                    "$comment",
                    "$defs",
                    "definitions",
                    "title",
                    "description",
                    "default",
                    "examples",
                    "deprecated",
                    "readOnly",
                    "writeOnly");
    private static final int DEEPEST = 32;
    private static final int MOST_RULES = 2000;

    /// llama.cpp writes a repetition out, and refuses more than 2,000 of them in a rule.
    private static final int MOST_REPEATED = 1000;

    private static final Map<String, String> BASE = new LinkedHashMap<>();

    static {
        BASE.put("ws", "\" \"?");
        BASE.put(
                "char",
                "[^\"\\\\\\x7F\\x00-\\x1F] | \"\\\\\" ([\"\\\\/bfnrt] | \"u\" [0-9a-fA-F]{4})");
        BASE.put("string", "\"\\\"\" char* \"\\\"\"");
        BASE.put("integer", "\"-\"? (\"0\" | [1-9] [0-9]{0,15})");
        BASE.put("number", "integer (\".\" [0-9]{1,16})? ([eE] [-+]? [0-9]{1,2})?");
        BASE.put("boolean", "\"true\" | \"false\"");
        BASE.put("null", "\"null\"");
        BASE.put("value", "object | array | string | number | boolean | null");
        BASE.put("member", "string ws \":\" ws value");
        BASE.put("object", "\"{\" ws (member (ws \",\" ws member)*)? ws \"}\"");
        BASE.put("array", "\"[\" ws (value (ws \",\" ws value)*)? ws \"]\"");
    }

    private final JsonNode root;
    private final String field;
    private final Map<String, String> rules = new LinkedHashMap<>(BASE);
    private final Map<String, String> references = new HashMap<>();
    private int depth;

    private JsonSchemaGrammar(JsonNode root, String field) {
        this.root = root;
        this.field = field;
    }

    /// Any JSON object, as GBNF with a rule `root`.
    static String anyObject() {
        return written("object", BASE);
    }

    /// The grammar for a schema.
    ///
    /// @param field of the request the schema stands in, for messages
    /// @return GBNF with a rule `root`
    /// @throws ApiError naming the keyword that cannot be kept
    static String of(JsonNode schema, String field) {
        var grammar = new JsonSchemaGrammar(schema, field);
        var start = grammar.expression(schema);
        return written(start, grammar.rules);
    }

    private static String written(String root, Map<String, String> rules) {
        return "root ::= "
                + root
                + "\n"
                + rules.entrySet().stream()
                        .map(rule -> rule.getKey() + " ::= " + rule.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    /// Something that stands for the schema in a rule: the name of a rule, or text in quotes.
    private String expression(JsonNode schema) {
        if (++depth > DEEPEST) throw refused("it is nested deeper than " + DEEPEST);
        try {
            if (schema.isBoolean() && schema.booleanValue()) return "value";
            if (!schema.isObject()) throw refused("a schema must be an object or true");
            if (schema.has("$ref")) return reference(schema);
            if (schema.has("enum")) return values(schema, schema.path("enum"));
            if (schema.has("const")) return constant(schema);
            for (var word : List.of("anyOf", "oneOf")) {
                if (schema.has(word)) return alternatives(schema, word);
            }
            return typed(schema);
        } finally {
            depth--;
        }
    }

    private String reference(JsonNode schema) {
        allow(schema, Set.of("$ref"));
        var pointer = schema.path("$ref").asString("");
        var known = references.get(pointer);
        if (known != null) return known;
        var target = pointer.startsWith("#") ? at(pointer.substring(1)) : null;
        if (target == null || target.isMissingNode()) {
            throw refused("$ref must point into the same schema, such as #/$defs/name");
        }
        // Known before it is written, so that a schema may contain itself.
        var name = newRule("");
        references.put(pointer, name);
        rules.put(name, expression(target));
        return name;
    }

    private @Nullable JsonNode at(String pointer) {
        try {
            return root.at(pointer);
        } catch (IllegalArgumentException noPointer) {
            return null;
        }
    }

    private String constant(JsonNode schema) {
        allow(schema, Set.of("const", "type"));
        if (!fits(schema.path("const"), schema.path("type"))) throw refused("const is of no type");
        return newRule(literal(schema.path("const").toString()));
    }

    private String values(JsonNode schema, JsonNode values) {
        allow(schema, Set.of("enum", "type"));
        if (!values.isArray() || values.isEmpty()) throw refused("enum must list values");
        var fitting = new ArrayList<String>();
        for (var value : values) {
            if (fits(value, schema.path("type"))) fitting.add(literal(value.toString()));
        }
        if (fitting.isEmpty()) throw refused("no value of enum is of the type");
        return newRule(String.join(" | ", fitting));
    }

    private static boolean fits(JsonNode value, JsonNode type) {
        if (type.isMissingNode()) return true;
        if (type.isArray()) return type.valueStream().anyMatch(each -> fits(value, each));
        return switch (type.asString("")) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            default -> false;
        };
    }

    private String alternatives(JsonNode schema, String word) {
        allow(schema, Set.of(word));
        var list = schema.path(word);
        if (!list.isArray() || list.isEmpty()) throw refused(word + " must list schemas");
        return newRule(list.valueStream().map(this::expression).collect(Collectors.joining(" | ")));
    }

    private String typed(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            var each = type.valueStream().map(one -> typed(schema, one.asString("")));
            return newRule(each.collect(Collectors.joining(" | ")));
        }
        if (!type.isMissingNode()) return typed(schema, type.asString(""));
        if (schema.has("properties")) return typed(schema, "object");
        if (schema.has("items")) return typed(schema, "array");
        allow(schema, Set.of());
        return "value";
    }

    private String typed(JsonNode schema, String type) {
        return switch (type) {
            case "object" -> {
                allow(schema, Set.of("type", "properties", "required", "additionalProperties"));
                yield object(schema);
            }
            case "array" -> {
                allow(schema, Set.of("type", "items", "minItems", "maxItems"));
                yield array(schema);
            }
            case "string" -> {
                allow(schema, Set.of("type", "minLength", "maxLength"));
                yield string(schema);
            }
            case "integer", "number", "boolean", "null" -> {
                allow(schema, Set.of("type"));
                yield type;
            }
            default -> throw refused("type must be one of the seven of JSON Schema");
        };
    }

    private String string(JsonNode schema) {
        if (!schema.has("minLength") && !schema.has("maxLength")) return "string";
        var times = times(schema, "minLength", "maxLength");
        return newRule("\"\\\"\" char" + times + " \"\\\"\"");
    }

    /// `{least,greatest}` for GBNF.
    private String times(JsonNode schema, String least, String greatest) {
        var from = bound(schema, least, 0);
        if (!schema.has(greatest)) return "{" + from + ",}";
        var to = bound(schema, greatest, 0);
        if (to < from) throw refused(greatest + " is less than " + least);
        return "{" + from + "," + to + "}";
    }

    private int bound(JsonNode schema, String word, int otherwise) {
        var value = schema.path(word);
        if (value.isMissingNode()) return otherwise;
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            var number = value.intValue();
            if (number >= 0 && number <= MOST_REPEATED) return number;
        }
        throw refused(word + " must be a whole number from 0 to " + MOST_REPEATED);
    }

    private String array(JsonNode schema) {
        var item = schema.has("items") ? expression(schema.path("items")) : "value";
        var from = bound(schema, "minItems", 0);
        var to = schema.has("maxItems") ? bound(schema, "maxItems", 0) : -1;
        if (to >= 0 && to < from) throw refused("maxItems is less than minItems");
        if (to == 0) return newRule("\"[\" ws \"]\"");
        var more =
                "(ws \",\" ws "
                        + item
                        + "){"
                        + Math.max(0, from - 1)
                        + ","
                        + (to < 0 ? "" : to - 1)
                        + "}";
        var items = item + " " + more;
        return newRule("\"[\" ws " + (from == 0 ? "(" + items + ")?" : items) + " ws \"]\"");
    }

    private String object(JsonNode schema) {
        var others = schema.path("additionalProperties");
        var members = members(schema, others);
        if (!members.isEmpty()) return newRule("\"{\" ws " + first(members) + " ws \"}\"");
        if (schema.has("properties") || (others.isBoolean() && !others.booleanValue())) {
            return newRule("\"{\" ws \"}\"");
        }
        if (!others.isObject()) return "object";
        var member = newRule("string ws \":\" ws " + expression(others));
        return newRule("\"{\" ws (" + member + " (ws \",\" ws " + member + ")*)? ws \"}\"");
    }

    /// A property that can be written.
    private record Member(String rule, boolean required) {}

    private List<Member> members(JsonNode schema, JsonNode others) {
        check(schema.path("required"), JsonNode::isArray, "required must be an array");
        check(schema.path("properties"), JsonNode::isObject, "properties must be an object");
        check(others, node -> node.isBoolean() || node.isObject(), "additionalProperties is wrong");
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        var members = new ArrayList<Member>();
        for (var property : schema.path("properties").properties()) {
            var must = required.remove(property.getKey());
            members.add(member(property.getKey(), property.getValue(), must));
        }
        for (var name : required) {
            if (others.isBoolean() && !others.booleanValue()) {
                throw refused("required names " + name + ", which additionalProperties forbids");
            }
            members.add(member(name, others.isObject() ? others : BooleanNode.TRUE, true));
        }
        return members;
    }

    private void check(JsonNode node, Predicate<JsonNode> sound, String otherwise) {
        if (!node.isMissingNode() && !sound.test(node)) throw refused(otherwise);
    }

    private Member member(String name, JsonNode schema, boolean required) {
        var key = literal(StringNode.valueOf(name).toString());
        return new Member(newRule(key + " ws \":\" ws " + expression(schema)), required);
    }

    /// Nothing is written yet: any property may come first, up to the first that must come.
    private String first(List<Member> members) {
        var rests = rests(members);
        var choices = new ArrayList<String>();
        for (var i = 0; i < members.size(); i++) {
            choices.add(members.get(i).rule() + " " + rests.get(i + 1));
            if (members.get(i).required()) return "(" + String.join(" | ", choices) + ")";
        }
        return "(" + String.join(" | ", choices) + ")?";
    }

    /// What may follow once something is written, from each property on.
    private List<String> rests(List<Member> members) {
        var rests = new ArrayList<String>(List.of(""));
        for (var member : members.reversed()) {
            rests.addFirst(newRule(after(member) + " " + rests.getFirst()));
        }
        return rests;
    }

    private static String after(Member member) {
        var next = "(ws \",\" ws " + member.rule() + ")";
        return member.required() ? next : next + "?";
    }

    private void allow(JsonNode schema, Set<String> words) {
        for (var word : schema.propertyNames()) {
            if (words.contains(word) || REMARKS.contains(word)) continue;
            throw refused("the keyword " + word.replaceAll("\\p{C}", "?") + " cannot be kept here");
        }
    }

    private String newRule(String body) {
        var name = "r" + rules.size();
        if (rules.size() > MOST_RULES) throw refused("it is too large");
        rules.put(name, body);
        return name;
    }

    /// JSON text in the quotes of GBNF.
    private static String literal(String json) {
        return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private ApiError refused(String why) {
        return ApiError.invalid(field, why);
    }
}
