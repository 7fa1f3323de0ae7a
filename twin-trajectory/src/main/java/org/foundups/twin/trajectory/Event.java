package org.foundups.twin.trajectory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened.
///
/// @param parentId what it followed from; null at the beginning of a trace
/// @param line the whole event as one line of JSON, without a line break
public record Event(
        UUID id, @Nullable UUID parentId, String traceId, Kind kind, Instant at, String line) {
    /// Version of the lines' fields.
    public static final int VERSION = 1;

    public Event {
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("an event is one line");
        }
    }
}
