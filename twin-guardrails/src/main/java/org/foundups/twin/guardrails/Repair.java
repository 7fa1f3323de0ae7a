package org.foundups.twin.guardrails;

import java.util.List;

/// A rule that can put right what it finds, without changing what is said. Pure.
@FunctionalInterface
interface Repair {
    /// What should change, in the order of the text and without overlaps; empty if all is well.
    List<Correction> corrections(Reading text, Occasion occasion);
}
