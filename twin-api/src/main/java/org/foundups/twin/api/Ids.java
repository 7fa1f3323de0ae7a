package org.foundups.twin.api;

import java.util.UUID;
import org.foundups.twin.core.TwinException;

/// Identifiers in paths.
final class Ids {
    private Ids() {}

    /// Reads an identifier of ours; what is none cannot exist.
    static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException foreign) {
            throw new TwinException(
                    TwinException.Code.NOT_FOUND, "There is nothing with that id.", foreign);
        }
    }
}
