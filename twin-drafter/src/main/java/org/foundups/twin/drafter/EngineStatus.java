package org.foundups.twin.drafter;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the embedded engine is.
///
/// @param modelSha256 hash of the model file in hex, if known
/// @param pid of the child; null if there is none
/// @param loaded how much of the model is loaded, 0..1
/// @param load how long the model took to load; null before it is
/// @param restarts since the supervisor was started
/// @param lastFailure a sentence; null if nothing failed yet
public record EngineStatus(
        State state,
        String model,
        @Nullable String modelSha256,
        @Nullable Long pid,
        double loaded,
        @Nullable Duration load,
        int restarts,
        @Nullable String lastFailure) {
    /// Where the engine stands.
    public enum State {
        /// Not started, or stopped.
        STOPPED,
        /// The child runs and loads its model.
        LOADING,
        /// It answers.
        READY,
        /// It failed and is started again after a pause.
        PAUSING;

        /// The name on the wire, in lower case.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static EngineStatus stopped(EngineSettings settings) {
        return new EngineStatus(
                State.STOPPED, settings.model(), settings.modelSha256(), null, 0, null, 0, null);
    }

    EngineStatus loading(@Nullable Long child, double part) {
        return new EngineStatus(
                State.LOADING, model, modelSha256, child, part, null, restarts, lastFailure);
    }

    EngineStatus ready(Duration took) {
        return new EngineStatus(
                State.READY, model, modelSha256, pid, 1, took, restarts, lastFailure);
    }

    EngineStatus pausing(String failure) {
        return new EngineStatus(
                State.PAUSING, model, modelSha256, null, 0, null, restarts, failure);
    }

    EngineStatus restarting() {
        return new EngineStatus(
                State.LOADING, model, modelSha256, null, 0, null, restarts + 1, lastFailure);
    }

    EngineStatus stopped() {
        return new EngineStatus(
                State.STOPPED, model, modelSha256, null, 0, null, restarts, lastFailure);
    }
}
