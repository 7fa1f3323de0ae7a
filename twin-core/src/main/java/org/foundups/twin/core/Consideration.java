package org.foundups.twin.core;

/// One run of a target through the flow, ready to be recorded.
public record Consideration(Decision decision, Timings timings) {
    /// What came in.
    public Incoming incoming() {
        return decision.incoming();
    }
}
