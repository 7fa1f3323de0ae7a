package org.foundups.twin.engagement;

import java.nio.charset.StandardCharsets;
import org.foundups.twin.core.Target;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;

/// Checks the identifiers of a target. They are never mended as text is: a changed identifier would
/// be somebody else's.
final class Identifiers {
    /// Platforms use up to about 100. An index entry of PostgreSQL holds 2,704 bytes, and two
    /// identifiers must fit into one.
    private static final int MOST_BYTES = 1_000;

    private Identifiers() {}

    /// Passes over what could be identifiers.
    ///
    /// @throws TwinException with code VALIDATION, naming the field
    static void check(Target target) {
        check("account_id", target.account().id());
        check("target_id", target.id());
        check("parent_id", target.parentId());
        check("container_id", target.containerId());
        check("author.id", target.author().id());
    }

    private static void check(String field, @Nullable String id) {
        if (id == null) return;
        if (id.codePoints().anyMatch(point -> Storable.unstorable(point) || control(point))) {
            throw new TwinException(
                    TwinException.Code.VALIDATION,
                    "The " + field + " holds characters that no identifier has.");
        }
        if (id.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new TwinException(
                    TwinException.Code.VALIDATION,
                    "The " + field + " is longer than " + MOST_BYTES + " bytes.");
        }
    }

    private static boolean control(int point) {
        return Character.getType(point) == Character.CONTROL;
    }
}
