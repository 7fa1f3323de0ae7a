package org.foundups.twin.rag;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What became of one document handed in.
public sealed interface StoreResult {
    /// It is committed, and replaces what the same source said before.
    record Stored(UUID id) implements StoreResult {}

    /// The same source with the same content is stored already.
    record Unchanged(UUID id) implements StoreResult {}

    /// It was not taken.
    ///
    /// @param violations everything that is wrong with it, never empty
    record Refused(List<Violation> violations) implements StoreResult {
        public Refused {
            violations = List.copyOf(violations);
            if (violations.isEmpty())
                throw new IllegalArgumentException("refused without a reason");
        }

        /// All of them as one sentence.
        public String reason() {
            return violations.stream().map(Violation::message).collect(Collectors.joining("; "));
        }
    }
}
