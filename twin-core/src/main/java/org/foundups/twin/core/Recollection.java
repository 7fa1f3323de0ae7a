package org.foundups.twin.core;

import java.util.List;

/// What the creator's memory holds about an admitted target.
///
/// @param passages best first, none below the memory's floor; may be empty
/// @param topics nearest first
public record Recollection(
        Screened.Admitted admitted, List<Passage> passages, List<TopicMatch> topics) {
    public Recollection {
        passages = List.copyOf(passages);
        topics = List.copyOf(topics);
    }

    /// What came in.
    public Incoming incoming() {
        return admitted.incoming();
    }
}
