package org.foundups.twin.rag.video;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A point in time as a file gives it.
///
/// @param at the moment; where the file names no offset, as read in the configured zone
/// @param zoneAssumed whether the file names no offset
public record Moment(Instant at, boolean zoneAssumed) {
    /// Reads ISO 8601 with or without offset.
    static Optional<Moment> of(JsonNode node, ZoneId zone) {
        if (!node.isString()) return Optional.empty();
        var text = node.asString().strip().replace(' ', 'T');
        try {
            return Optional.of(new Moment(OffsetDateTime.parse(text).toInstant(), false));
        } catch (DateTimeException _) {
            return local(text, zone);
        }
    }

    private static Optional<Moment> local(String text, ZoneId zone) {
        try {
            var at = LocalDateTime.parse(text).atZone(zone).toInstant();
            return Optional.of(new Moment(at, true));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
