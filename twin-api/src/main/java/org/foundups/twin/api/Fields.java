package org.foundups.twin.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a JSON object and collects everything that is wrong with them, so that a
/// caller hears of all mistakes at once. A field that is wrong reads as absent.
final class Fields {
    private final JsonNode object;
    private final String pointer;
    private final List<Violation> violations;
    private final Set<String> known = new HashSet<>();

    private Fields(JsonNode object, String pointer, List<Violation> violations) {
        this.object = object;
        this.pointer = pointer;
        this.violations = violations;
    }

    /// Reads all fields first, and builds the value only if nothing was wrong with any of them.
    @FunctionalInterface
    interface Reader<T> {
        Supplier<T> read(Fields fields);
    }

    /// Reads a whole body.
    ///
    /// @throws Invalid with everything that is wrong
    static <T> T read(JsonNode body, Reader<T> reader) {
        if (!body.isObject()) throw Invalid.at("", "TYPE", "A JSON object is expected.");
        var violations = new ArrayList<Violation>();
        var result = new Fields(body, "", violations).nested(reader);
        if (result == null) throw new Invalid(violations);
        return result;
    }

    /// Reads a body that is a list of objects.
    ///
    /// @throws Invalid with everything that is wrong with any of them
    static <T> List<T> readAll(JsonNode body, int most, Reader<T> reader) {
        if (!body.isArray()) throw Invalid.at("", "TYPE", "A list is expected.");
        if (body.size() > most)
            throw Invalid.at("", "RANGE", "At most " + most + " items are allowed.");
        var violations = new ArrayList<Violation>();
        var result = new ArrayList<T>();
        for (var index = 0; index < body.size(); index++) {
            var value = item(body.get(index), "/" + index, violations, reader);
            if (value != null) result.add(value);
        }
        if (!violations.isEmpty()) throw new Invalid(violations);
        return result;
    }

    private static <T> @Nullable T item(
            JsonNode item, String at, List<Violation> violations, Reader<T> reader) {
        if (item.isObject()) return new Fields(item, at, violations).nested(reader);
        violations.add(new Violation(at, "TYPE", "An object is expected."));
        return null;
    }

    private <T> @Nullable T nested(Reader<T> reader) {
        var before = violations.size();
        var builder = reader.read(this);
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) wrong(name, "UNKNOWN", "There is no such field.");
        }
        return violations.size() == before ? builder.get() : null;
    }

    /// For use inside a builder: what was required is there by then.
    static <T> T sure(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /// Text that must be there; empty if it is not, which nobody gets to see.
    String text(String name, int maxLength) {
        var text = required(name, optionalText(name, maxLength));
        return text == null ? "" : text;
    }

    /// Text that may be absent or null.
    @Nullable String optionalText(String name, int maxLength) {
        var node = node(name);
        if (node == null) return null;
        if (!node.isString()) {
            wrong(name, "TYPE", "Text is expected.");
            return null;
        }
        var text = node.stringValue();
        if (text.codePointCount(0, text.length()) > maxLength) {
            wrong(name, "RANGE", "At most " + maxLength + " characters are allowed.");
            return null;
        }
        return text;
    }

    /// One of the names of an enum, in any case.
    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        var text = optionalText(name, 40);
        return text == null ? null : chosen(name, text, type).orElse(null);
    }

    private <E extends Enum<E>> Optional<E> chosen(String name, String text, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text.strip())) return Optional.of(constant);
        }
        var names =
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        wrong(name, "RANGE", "It is one of: " + names + ".");
        return Optional.empty();
    }

    /// A point in time with an offset; without one nobody knows when it was.
    @Nullable Instant time(String name) {
        var text = optionalText(name, 40);
        if (text == null) return null;
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            wrong(
                    name,
                    "FORMAT",
                    "A time is RFC 3339 with an offset, e.g. 2026-11-20T10:00:00+09:00.");
            return null;
        }
    }

    boolean flag(String name, boolean otherwise) {
        var node = node(name);
        if (node == null) return otherwise;
        if (node.isBoolean()) return node.booleanValue();
        wrong(name, "TYPE", "true or false is expected.");
        return otherwise;
    }

    @Nullable Integer number(String name, int least, int most) {
        var node = node(name);
        if (node == null) return null;
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            wrong(name, "TYPE", "A whole number is expected.");
            return null;
        }
        var value = node.intValue();
        if (value < least || value > most) {
            wrong(name, "RANGE", "It is at least " + least + " and at most " + most + ".");
            return null;
        }
        return value;
    }

    @Nullable Double seconds(String name) {
        var node = node(name);
        if (node == null) return null;
        if (!node.isNumber()) {
            wrong(name, "TYPE", "A number of seconds is expected.");
            return null;
        }
        var value = node.decimalValue();
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            wrong(name, "RANGE", "Seconds are 0 to 1,000,000.");
            return null;
        }
        return value.doubleValue();
    }

    <T> @Nullable T object(String name, Reader<T> reader) {
        var node = node(name);
        if (node == null) return null;
        if (!node.isObject()) {
            wrong(name, "TYPE", "An object is expected.");
            return null;
        }
        return new Fields(node, pointer + "/" + name, violations).nested(reader);
    }

    /// A list of objects; absent reads as empty.
    <T> List<T> objects(String name, int most, Reader<T> reader) {
        var node = list(name, most);
        var result = new ArrayList<T>();
        for (var index = 0; node != null && index < node.size(); index++) {
            var value =
                    item(node.get(index), pointer + "/" + name + "/" + index, violations, reader);
            if (value != null) result.add(value);
        }
        return result;
    }

    /// A list of texts; absent reads as empty.
    List<String> texts(String name, int most, int maxLength) {
        var node = list(name, most);
        var result = new ArrayList<String>();
        for (var index = 0; node != null && index < node.size(); index++) {
            var item = node.get(index);
            if (!item.isString() || item.stringValue().length() > maxLength) {
                violations.add(
                        new Violation(
                                pointer + "/" + name + "/" + index,
                                "TYPE",
                                "Text of at most " + maxLength + " characters is expected."));
                continue;
            }
            result.add(item.stringValue());
        }
        return result;
    }

    /// Whether the field stands there, if only as null.
    boolean isNamed(String name) {
        return object.has(name);
    }

    boolean has(String name) {
        return node(name) != null;
    }

    private @Nullable JsonNode list(String name, int most) {
        var node = node(name);
        if (node == null) return null;
        if (!node.isArray()) {
            wrong(name, "TYPE", "A list is expected.");
            return null;
        }
        if (node.size() > most) {
            wrong(name, "RANGE", "At most " + most + " items are allowed.");
            return null;
        }
        return node;
    }

    private @Nullable JsonNode node(String name) {
        known.add(name);
        var node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    /// Notes a violation of a rule of its own.
    void wrong(String name, String code, String message) {
        violations.add(new Violation(pointer + "/" + escaped(name), code, message));
    }

    /// Notes it if a required value is neither there nor found wrong already.
    <T> @Nullable T required(String name, @Nullable T value) {
        if (value != null) return value;
        var at = pointer + "/" + escaped(name);
        var noted = violations.stream().anyMatch(violation -> violation.pointer().startsWith(at));
        if (!noted) wrong(name, "REQUIRED", "It is required.");
        return null;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
