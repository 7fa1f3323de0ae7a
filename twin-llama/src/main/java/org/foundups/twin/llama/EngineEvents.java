package org.foundups.twin.llama;

import java.io.PrintStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells the parent process what happens, one line of JSON each. Safe for use by several threads.
final class EngineEvents {
    private final JsonMapper json = new JsonMapper();
    private final PrintStream out;
    private int lastPercent = -1;

    EngineEvents(PrintStream out) {
        this.out = out;
    }

    /// Tells each whole per cent once.
    ///
    /// @param part of the model that is loaded, 0..1
    synchronized void loading(double part) {
        var percent = (int) (part * 100);
        if (percent <= lastPercent) return;
        lastPercent = percent;
        say(json.createObjectNode().put("event", "loading").put("progress", percent / 100.0));
    }

    /// @param more facts about the engine, put behind the port
    synchronized void ready(int port, ObjectNode more) {
        var event = json.createObjectNode().put("event", "ready").put("port", port);
        event.setAll(more);
        say(event);
    }

    synchronized void failed(EngineFailure failure) {
        say(
                json.createObjectNode()
                        .put("event", "failed")
                        .put("code", failure.code().name())
                        .put("message", failure.sentence()));
    }

    private void say(ObjectNode event) {
        out.println(json.writeValueAsString(event));
        out.flush();
    }
}
