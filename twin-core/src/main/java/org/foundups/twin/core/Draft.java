package org.foundups.twin.core;

import java.time.Duration;
import java.util.List;

/// A text the twin might say, exactly as the generator wrote it.
///
/// @param id identifies the draft in the records
/// @param shown the passages the generator saw, best first
/// @param firstToken time from asking to the first token
public record Draft(
        String id,
        Brief brief,
        String text,
        List<Passage> shown,
        Generator generator,
        Duration firstToken)
        implements Drafting {
    public Draft {
        shown = List.copyOf(shown);
    }

    /// What came in.
    public Incoming incoming() {
        return brief.incoming();
    }
}
