package org.foundups.twin.core;

import java.util.List;

/// What screening makes of what came in, before any model is asked.
public sealed interface Screened {
    /// What came in.
    Incoming incoming();

    /// What the text was measured to be.
    Signals signals();

    /// It may be answered.
    ///
    /// @param reasons what was noticed and may speak for or against an answer
    record Admitted(Incoming incoming, Signals signals, List<Reason> reasons) implements Screened {
        public Admitted {
            reasons = List.copyOf(reasons);
        }
    }

    /// It goes straight to a decision, with its reason, and costs no tokens.
    record Refused(Incoming incoming, Signals signals, Refusal refusal)
            implements Screened, Grounds {}
}
