package org.foundups.twin.rag;

import java.util.UUID;

/// One change of the memory, in the order of its sequence number.
sealed interface Change {
    long sequence();

    /// A document is there, new or changed.
    record Written(long sequence, StoredDocument document, Vectors vectors) implements Change {}

    /// A document is not to be found: deleted, or its vectors are of another model.
    record Gone(long sequence, UUID id) implements Change {}
}
