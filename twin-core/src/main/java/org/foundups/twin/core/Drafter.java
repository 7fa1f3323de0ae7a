package org.foundups.twin.core;

import java.util.function.Consumer;

/// Writes an answer in the creator's voice.
@FunctionalInterface
public interface Drafter {
    /// Asks the generator once. A generator that is missing, slow, cut off or garbled yields
    /// [Undrafted]; it never throws for reasons outside the program.
    ///
    /// @param tokens told each piece of text as it is written; not yet inspected, so for display
    ///   only
    Drafting draft(Brief brief, Consumer<String> tokens);
}
