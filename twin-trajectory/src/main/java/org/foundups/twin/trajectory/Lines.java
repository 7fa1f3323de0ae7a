package org.foundups.twin.trajectory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes objects as single lines of JSON: field order kept, letters unescaped, but nothing in them
/// that any reader could take for the end of a line.
final class Lines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Lines() {}

    static String of(Map<String, @Nullable Object> fields) {
        // JSON escapes CR and LF itself; U+0085, U+2028 and U+2029 end a line for some readers.
        return JSON.writeValueAsString(clean(fields))
                .replace("\u0085", "\\u0085")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /// NUL and halves of surrogate pairs can be stored neither in PostgreSQL nor in UTF-8.
    private static @Nullable Object clean(@Nullable Object value) {
        return switch (value) {
            case String text -> clean(text);
            case Map<?, ?> map -> {
                var cleaned = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, inner) -> cleaned.put(String.valueOf(key), clean(inner)));
                yield cleaned;
            }
            case List<?> list -> {
                var cleaned = new ArrayList<@Nullable Object>();
                for (var inner : list) cleaned.add(clean(inner));
                yield cleaned;
            }
            case null -> null;
            default -> value;
        };
    }

    static String clean(String text) {
        var whole = text.codePoints().noneMatch(Lines::unstorable);
        if (whole) return text;
        var cleaned = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> cleaned.appendCodePoint(unstorable(point) ? 0xFFFD : point));
        return cleaned.toString();
    }

    private static boolean unstorable(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
