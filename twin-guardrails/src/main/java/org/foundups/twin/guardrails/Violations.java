package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with settings, so that one start reports all of it.
final class Violations {
    private final List<String> found = new ArrayList<>();

    void require(boolean holds, String otherwise) {
        if (!holds) found.add(otherwise);
    }

    void phrases(String key, List<String> phrases) {
        for (var phrase : phrases) {
            try {
                PhraseSyntax.phrase(phrase, 1);
            } catch (IllegalArgumentException malformed) {
                found.add(key + ": " + malformed.getMessage());
            }
        }
    }

    /// @throws IllegalArgumentException with every violation, if there is one
    void refuse() {
        if (!found.isEmpty()) throw new IllegalArgumentException(String.join("; ", found));
    }
}
