package org.foundups.twin.rag;

import java.util.Locale;
import java.util.Optional;

/// What kind of thing a document was.
public enum SourceType {
    COMMENT,
    VIDEO_TRANSCRIPT,
    POST,
    NOTE;

    /// The name on the wire, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a name in any case; empty if no type has it, never a default.
    public static Optional<SourceType> of(String name) {
        for (var type : values()) {
            if (type.name().equalsIgnoreCase(name.strip())) return Optional.of(type);
        }
        return Optional.empty();
    }
}
