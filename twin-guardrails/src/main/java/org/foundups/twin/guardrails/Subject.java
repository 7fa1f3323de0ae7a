package org.foundups.twin.guardrails;

import org.foundups.twin.core.Incoming;

/// What came in, with its text read once for all rules.
record Subject(Incoming incoming, Reading text) {
    static Subject of(Incoming incoming) {
        return new Subject(incoming, Reading.of(incoming.target().text()));
    }
}
