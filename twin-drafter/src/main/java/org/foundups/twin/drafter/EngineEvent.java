package org.foundups.twin.drafter;

import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What happens to the child.
sealed interface EngineEvent {
    /// Its model is being loaded.
    ///
    /// @param progress 0..1
    record Loading(double progress) implements EngineEvent {}

    record Ready(int port, Duration load) implements EngineEvent {}

    /// It says that it cannot work; it ends after that.
    record Failed(String sentence) implements EngineEvent {}

    record Exited(int status) implements EngineEvent {}

    /// The supervisor is to end.
    record Closing() implements EngineEvent {}

    /// A line that is no event: a library printed something.
    record Chatter(String line) implements EngineEvent {}

    /// What a line of the child's standard output says.
    static EngineEvent read(JsonMapper json, String line) {
        try {
            var event = json.readTree(line);
            return switch (event.path("event").asString("")) {
                case "loading" ->
                        new Loading(Math.clamp(event.path("progress").asDouble(0), 0.0, 1.0));
                case "ready" -> ready(event.path("port").asInt(0), event.path("load_ms").asLong(0));
                case "failed" ->
                        new Failed(
                                Plain.line(event.path("message").asString("no reason given"), 300));
                default -> new Chatter(line);
            };
        } catch (JacksonException noEvent) {
            return new Chatter(line);
        }
    }

    private static EngineEvent ready(int port, long millis) {
        return port > 0 && port < 65_536
                ? new Ready(port, Duration.ofMillis(millis))
                : new Failed("it named no port");
    }
}
