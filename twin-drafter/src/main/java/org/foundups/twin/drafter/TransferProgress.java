package org.foundups.twin.drafter;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far a download has come.
///
/// @param what name of the model or package
/// @param doneBytes what is here, earlier attempts included; never falls within a phase
/// @param totalBytes what there is in all; 0 if nobody knows
/// @param bytesPerSecond average since this attempt began
/// @param left time to the end at that rate; null if it cannot be told
public record TransferProgress(
        String what,
        Phase phase,
        long doneBytes,
        long totalBytes,
        long bytesPerSecond,
        @Nullable Duration left) {
    /// What is being done.
    public enum Phase {
        FETCHING,
        CHECKING;

        /// The name on the wire, in lower case.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
