package org.foundups.twin.engagement;

import java.time.OffsetDateTime;
import org.foundups.twin.core.Target;
import org.jspecify.annotations.Nullable;

/// What a target said when it was seen, as stored.
///
/// @param editedAt when the platform says it was last edited; null if it does not say
record Wording(String text, @Nullable OffsetDateTime editedAt) {
    static Wording of(Target target) {
        return new Wording(Storable.text(target.text()), Storable.optionalTime(target.editedAt()));
    }

    /// Whether this is another version than the one seen before. A missing time of edit is no news:
    /// the same text may be seen once with it and once without.
    boolean changed(Wording before) {
        if (!text.equals(before.text)) return true;
        return editedAt != null && (before.editedAt == null || !editedAt.isEqual(before.editedAt));
    }
}
