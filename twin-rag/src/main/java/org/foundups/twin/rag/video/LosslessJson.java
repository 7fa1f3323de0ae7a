package org.foundups.twin.rag.video;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NumericNode;

/// Reads JSON so that nothing is lost: member order, numbers of any size as exact decimals, the
/// literals NaN and Infinity. Rules B1 to B3.
final class LosslessJson {
    /// Largest file in bytes.
    static final int LIMIT = 64 << 20;

    static final int DEPTH = 100;

    private static final int LONGEST_NUMBER = 10_000;
    private static final Pattern NESTED = Pattern.compile("(?i).*nesting depth.*");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .maxStringLength(LIMIT)
                                    .maxNameLength(LIMIT)
                                    .maxDocumentLength(LIMIT + 1L)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final List<VideoFile.Warning> warnings = new ArrayList<>();
    private final IdentityHashMap<JsonNode, Integer> lines = new IdentityHashMap<>();
    private final StringBuilder pointer = new StringBuilder();

    private LosslessJson(JsonParser parser) {
        this.parser = parser;
    }

    /// What became of the bytes.
    sealed interface Outcome {}

    /// A document.
    ///
    /// @param lines where the objects that stand in lists begin, counted from 1, by identity
    record Parsed(
            JsonNode root,
            List<VideoFile.Warning> warnings,
            IdentityHashMap<JsonNode, Integer> lines)
            implements Outcome {}

    /// No document; see [VideoFile.Unreadable].
    record Faulty(String reason, String message, long line, long column, long offset)
            implements Outcome {}

    static Outcome read(byte[] bytes) {
        if (bytes.length > LIMIT)
            return new Faulty(
                    "too_large", bytes.length + " bytes; at most " + LIMIT + " are read", 0, 0, -1);
        var invalid = firstInvalid(bytes);
        if (invalid >= 0)
            return new Faulty(
                    "invalid_utf8",
                    String.format(
                            Locale.ROOT,
                            "byte 0x%02X at offset %d is not UTF-8",
                            bytes[invalid],
                            invalid),
                    0,
                    0,
                    invalid);
        return parsed(bytes);
    }

    private static Outcome parsed(byte[] bytes) {
        var mark =
                bytes.length >= 3
                                && bytes[0] == (byte) 0xEF
                                && bytes[1] == (byte) 0xBB
                                && bytes[2] == (byte) 0xBF
                        ? 3
                        : 0;
        var text =
                new InputStreamReader(
                        new ByteArrayInputStream(bytes, mark, bytes.length - mark),
                        StandardCharsets.UTF_8);
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return document(parser);
        }
    }

    private static Outcome document(JsonParser parser) {
        try {
            var reading = new LosslessJson(parser);
            if (parser.nextToken() == null) return malformed(parser, "the file holds no JSON");
            var root = reading.value();
            if (parser.nextToken() != null)
                return malformed(parser, "something follows the end of the JSON value");
            return new Parsed(root, List.copyOf(reading.warnings), reading.lines);
        } catch (JacksonException failure) {
            // A limit that is passed knows no place of its own.
            var known = failure.getLocation();
            var at = known == null ? parser.currentLocation() : known;
            var said = String.valueOf(failure.getOriginalMessage()).replaceAll("\\p{Cntrl}", " ");
            var deep = NESTED.matcher(said).matches();
            return new Faulty(
                    "malformed_json",
                    deep ? "nested more than " + DEPTH + " deep" : shortened(said),
                    at.getLineNr(),
                    at.getColumnNr(),
                    -1);
        }
    }

    private static Faulty malformed(JsonParser parser, String message) {
        var at = parser.currentTokenLocation();
        return new Faulty("malformed_json", message, at.getLineNr(), at.getColumnNr(), -1);
    }

    /// A message may name half a character of the file.
    private static String shortened(String said) {
        return StorableText.of(said.length() > 160 ? said.substring(0, 160) + "…" : said);
    }

    /// @return the offset of the first byte that is not UTF-8; -1 if all are
    private static int firstInvalid(byte[] bytes) {
        var unread = ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var characters = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(unread, characters, true);
            if (result.isError()) return unread.position();
            if (result.isUnderflow()) return -1;
            characters.clear();
        }
    }

    private JsonNode value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException(
                            "no value begins with " + parser.currentToken());
        };
    }

    private NumericNode fraction() {
        if (parser.isNaN()) return NODES.numberNode(parser.getDoubleValue());
        return tools.jackson.databind.node.DecimalNode.valueOf(parser.getDecimalValue());
    }

    private JsonNode object() {
        var node = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            var length = pointer.length();
            pointer.append('/').append(name);
            if (node.has(name))
                warnings.add(
                        new VideoFile.Warning(
                                "duplicate_member",
                                shortened(pointer.toString())
                                        + " stands there twice; the last one counts"));
            node.set(name, value());
            pointer.setLength(length);
        }
        return node;
    }

    private JsonNode array() {
        var node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var line = parser.currentTokenLocation().getLineNr();
            var element = value();
            if (element.isObject()) lines.put(element, line);
            node.add(element);
        }
        return node;
    }
}
