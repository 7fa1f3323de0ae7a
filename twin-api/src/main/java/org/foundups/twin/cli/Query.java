package org.foundups.twin.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path with what goes behind its question mark. Immutable.
record Query(String path, List<String> parameters) {
    Query {
        parameters = List.copyOf(parameters);
    }

    /// @param segments each becomes one segment, whatever is in it
    static Query of(String path, String... segments) {
        var whole = new StringBuilder(path);
        for (var segment : segments) whole.append('/').append(encoded(segment));
        return new Query(whole.toString(), List.of());
    }

    /// Left out where the value is null.
    Query with(String name, @Nullable Object value) {
        if (value == null) return this;
        var more = new ArrayList<>(parameters);
        more.add(name + "=" + encoded(value.toString()));
        return new Query(path, more);
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
