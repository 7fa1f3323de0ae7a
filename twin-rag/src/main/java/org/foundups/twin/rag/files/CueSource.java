package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.Optional;

/// Reads a transcript cue by cue, never holding more than a few.
interface CueSource {
    /// The next piece; empty at the end.
    Optional<Heard> next() throws IOException;

    /// One piece of a transcript.
    sealed interface Heard {
        record Spoken(Cue cue) implements Heard {}

        /// It could not be read.
        record Broken(long line, String reason) implements Heard {}
    }
}
