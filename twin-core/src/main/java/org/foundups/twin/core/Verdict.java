package org.foundups.twin.core;

import java.util.List;

/// What the rails make of one draft. Only `Cleared` can become an action.
public sealed interface Verdict extends Grounds {
    /// The draft as written.
    Draft draft();

    /// What was seen, in the order of the rules.
    List<Finding> findings();

    @Override
    default Incoming incoming() {
        return draft().incoming();
    }

    /// It may be said.
    ///
    /// @param text the draft's text after harmless repairs; inspected again after the last of them
    record Cleared(Draft draft, String text, List<Finding> findings) implements Verdict {
        public Cleared {
            findings = List.copyOf(findings);
        }

        /// Whether rails changed the text.
        public boolean revised() {
            return !text.equals(draft.text());
        }
    }

    /// Another attempt may do better.
    record Repairable(Draft draft, List<Finding> findings) implements Verdict {
        public Repairable {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) throw new IllegalArgumentException("nothing to repair");
        }
    }

    /// It must not be said, and no other attempt is made.
    record Blocked(Draft draft, List<Finding> findings) implements Verdict {
        public Blocked {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) throw new IllegalArgumentException("nothing to block for");
        }
    }
}
