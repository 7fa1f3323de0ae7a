package org.foundups.twin.core;

/// A stage failed, so the person is asked.
///
/// @param stage which one
/// @param code why, as a failure code
/// @param reason a sentence; nothing internal in it
public record Interrupted(Incoming incoming, Stage stage, TwinException.Code code, String reason)
        implements Grounds {}
