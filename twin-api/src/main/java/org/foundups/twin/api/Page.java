package org.foundups.twin.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param nextCursor what to send to get the next page; null at the end
record Page<T>(List<T> items, @Nullable String nextCursor) {
    static final int MOST = 200;

    Page {
        items = List.copyOf(items);
    }

    /// Makes a page of up to `limit` items out of a query for one more than that.
    static <S, T> Page<T> of(
            List<S> found, int limit, Function<S, T> view, Function<S, String> position) {
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? cursor(position.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /// What a client sends to go on from a position.
    static String cursor(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a cursor of ours.
    static String position(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw Invalid.at(
                    "/cursor",
                    "FORMAT",
                    "It is no cursor of this service; leave it out to begin anew.");
        }
    }

    static int limit(int asked) {
        if (asked < 1 || asked > MOST)
            throw Invalid.at("/limit", "RANGE", "limit is 1 to " + MOST + ".");
        return asked;
    }
}
