package org.foundups.twin.rag.video;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// Writes a JSON value: UTF-8 without byte order mark, LF, two spaces of indentation, nothing
/// escaped that need not be. Rules W1 and W3. What [LosslessJson] reads and this writes is the same
/// value again: numbers keep being integers or fractions, and half a surrogate pair stays one.
final class JsonText {
    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static byte[] of(JsonNode root) {
        var written = new JsonText();
        written.value(root, 0);
        written.text.append('\n');
        return written.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(JsonNode node, int depth) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, depth);
            case ARRAY -> array(node, depth);
            case STRING -> string(node.asString());
            case NUMBER -> number(node);
            case BOOLEAN, NULL -> text.append(node);
            case BINARY, MISSING, POJO ->
                    throw new IllegalStateException("no JSON value: " + node.getNodeType());
        }
    }

    private void object(JsonNode node, int depth) {
        if (node.isEmpty()) {
            text.append("{}");
            return;
        }
        text.append('{');
        var first = true;
        for (var member : node.properties()) {
            if (!first) text.append(',');
            first = false;
            line(depth + 1);
            string(member.getKey());
            text.append(": ");
            value(member.getValue(), depth + 1);
        }
        line(depth);
        text.append('}');
    }

    private void array(JsonNode node, int depth) {
        if (node.isEmpty()) {
            text.append("[]");
            return;
        }
        text.append('[');
        var first = true;
        for (var element : node) {
            if (!first) text.append(',');
            first = false;
            line(depth + 1);
            value(element, depth + 1);
        }
        line(depth);
        text.append(']');
    }

    private void line(int depth) {
        text.append('\n').append("  ".repeat(depth));
    }

    /// A fraction that is whole, such as 100.0e1, would come out as an integer.
    private void number(JsonNode node) {
        if (node.isIntegralNumber()) {
            text.append(node.bigIntegerValue());
        } else if (node.isDouble()) {
            text.append(node.doubleValue());
        } else {
            var exact = node.decimalValue();
            var written = exact.toString();
            text.append(written);
            if (written.chars().noneMatch(c -> c == '.' || c == 'E')) text.append(".0");
        }
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || isHalf(value, i)) escaped(c);
                    else text.append(c);
                }
            }
        }
        text.append('"');
    }

    private void escaped(char c) {
        text.append(String.format("\\u%04x", (int) c));
    }

    private static boolean isHalf(String value, int i) {
        var c = value.charAt(i);
        if (Character.isHighSurrogate(c))
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }
}
