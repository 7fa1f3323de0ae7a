package org.foundups.twin.trajectory;

import java.util.UUID;

/// An event as it lies in the database.
///
/// @param seq its number; later events have higher ones, gaps occur
public record StoredEvent(long seq, UUID id, Kind kind, String line) {}
