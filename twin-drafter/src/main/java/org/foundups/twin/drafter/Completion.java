package org.foundups.twin.drafter;

import java.time.Duration;
import org.foundups.twin.core.TwinException;

/// What came of one question to a model server.
sealed interface Completion {
    /// The server wrote an answer and said that it is complete.
    ///
    /// @param cut whether it stopped at the token limit and not by itself
    /// @param firstToken from asking to the first piece of text
    record Answered(String text, String model, boolean cut, Usage usage, Duration firstToken)
            implements Completion {}

    /// There is no answer to be used.
    ///
    /// @param reason a sentence naming the likely cause and the next step; the key is never in it
    record Failed(TwinException.Code code, String reason) implements Completion {}

    /// Tokens as the server counted them; zero where it does not tell.
    ///
    /// @param prompt the whole prompt, cached part included
    /// @param cached part of the prompt that was not evaluated again
    record Usage(int prompt, int cached, int completion) {
        static final Usage UNTOLD = new Usage(0, 0, 0);
    }
}
