package org.foundups.twin.core;

import java.time.Duration;

/// Is told how a consideration proceeds. Must not throw: what happens to a listener is no concern
/// of the flow.
public interface Witness {
    /// Sees nothing.
    Witness NONE = new Witness() {};

    /// A stage is done.
    default void finished(Stage stage, Duration took) {}

    /// The generator wrote a piece of text, not yet inspected.
    ///
    /// @param attempt counted from 1
    default void token(int attempt, String text) {}

    /// A stage failed in a way nobody foresaw; the consideration goes on to `HOLD`.
    default void broke(Stage stage, RuntimeException bug) {}
}
