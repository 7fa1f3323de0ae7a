package org.foundups.twin.rag.files;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of one row, gathered by the field they belong to.
final class RowValues {
    private final Map<String, String> values = new HashMap<>();

    RowValues with(Fields field, @Nullable String value) {
        if (value != null && !value.isBlank()) values.put(field.key(), value);
        return this;
    }

    Map<String, String> byName() {
        return values;
    }
}
