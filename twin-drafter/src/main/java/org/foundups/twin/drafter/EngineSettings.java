package org.foundups.twin.drafter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the supervisor runs.
///
/// @param command the child's whole command line; it follows the engine's protocol: bearer token as
///   the first line on its standard input, events as JSON lines on its standard output, end when
///   the standard input ends
/// @param model the name requests ask for
/// @param modelSha256 hash of the model file in hex, if known
public record EngineSettings(
        List<String> command, String model, @Nullable String modelSha256, EngineLimits limits) {
    public EngineSettings {
        command = List.copyOf(command);
        if (command.isEmpty()) throw new IllegalArgumentException("there is no command to run");
        if (model.isBlank()) throw new IllegalArgumentException("the model has a name");
    }
}
