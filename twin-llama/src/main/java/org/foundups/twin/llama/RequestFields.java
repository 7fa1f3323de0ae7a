package org.foundups.twin.llama;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The fields of a JSON object, read strictly: one that is unknown, of the wrong kind or out of
/// range is refused by name. `null` counts as absent.
final class RequestFields {
    private final JsonNode object;
    private final String path;

    /// @param path where the object stands, such as `messages[0].`; empty for the body
    /// @throws ApiError if it is no object, or has a field that is not known
    RequestFields(JsonNode object, String path, Set<String> known) {
        this.object = object;
        this.path = path;
        if (!object.isObject()) {
            throw ApiError.invalid(
                    path.isEmpty() ? "body" : path.substring(0, path.length() - 1),
                    "must be a JSON object");
        }
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) throw unknown(shown(name));
        }
    }

    /// Names come from outside and are repeated in messages.
    private static String shown(String name) {
        var printable = name.replaceAll("\\p{C}", "?");
        return printable.length() <= 64 ? printable : printable.substring(0, 64) + "…";
    }

    private ApiError unknown(String name) {
        return ApiError.unsupported(path + name, "this field is not known here");
    }

    String path(String name) {
        return path + name;
    }

    Optional<JsonNode> find(String name) {
        var value = object.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    JsonNode require(String name) {
        return find(name).orElseThrow(() -> ApiError.invalid(path(name), "is required"));
    }

    double number(String name, double least, double greatest, double otherwise) {
        var value = find(name);
        if (value.isEmpty()) return otherwise;
        var number = value.get().isNumber() ? value.get().asDouble() : Double.NaN;
        if (number >= least && number <= greatest) return number;
        throw ApiError.invalid(
                path(name), "must be a number from " + plain(least) + " to " + plain(greatest));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    long integer(String name, long least, long greatest, long otherwise) {
        var value = find(name);
        if (value.isEmpty()) return otherwise;
        if (value.get().isIntegralNumber() && value.get().canConvertToLong()) {
            var number = value.get().longValue();
            if (number >= least && number <= greatest) return number;
        }
        throw ApiError.invalid(
                path(name), "must be a whole number from " + least + " to " + greatest);
    }

    int integer(String name, int least, int greatest, int otherwise) {
        return (int) integer(name, (long) least, (long) greatest, (long) otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        var value = find(name);
        if (value.isEmpty()) return otherwise;
        if (value.get().isBoolean()) return value.get().booleanValue();
        throw ApiError.invalid(path(name), "must be true or false");
    }

    Optional<String> text(String name) {
        return find(name).map(value -> string(value, path(name)));
    }

    static String string(JsonNode value, String path) {
        if (value.isString()) return value.stringValue();
        throw ApiError.invalid(path, "must be a string");
    }
}
