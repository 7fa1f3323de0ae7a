package org.foundups.twin.policy;

import java.util.Optional;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Refusal;

/// One reason not to look further, whatever the words are. Pure.
@FunctionalInterface
interface StandingRule {
    Optional<Refusal> objection(Incoming incoming);
}
