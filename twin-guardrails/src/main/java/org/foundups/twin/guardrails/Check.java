package org.foundups.twin.guardrails;

import java.util.List;
import org.foundups.twin.core.Finding;

/// A rule that can only object. Pure.
@FunctionalInterface
interface Check {
    /// What is wrong, with spans in the text at hand; empty if all is well.
    List<Finding> objections(Reading text, Occasion occasion);
}
