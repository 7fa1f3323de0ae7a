package org.foundups.twin.core;

/// All a decision may rest on: how far a target came through the flow, and what stopped it there.
public sealed interface Grounds
        permits Screened.Refused, Appraisal.Wordless, Undrafted, Verdict, Interrupted {
    /// What came in.
    Incoming incoming();
}
