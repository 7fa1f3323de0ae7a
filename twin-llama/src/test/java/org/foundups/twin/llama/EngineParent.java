package org.foundups.twin.llama;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A parent process to be killed: starts the engine, tells its process id and what it says, and
/// waits.
final class EngineParent {
    private EngineParent() {}

    public static void main(String[] options) throws Exception {
        var child =
                new ProcessBuilder(EngineProcess.java(EngineMain.class, List.of(options)))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        System.out.println(child.pid());
        var in = child.getOutputStream();
        in.write((EngineProcess.KEY + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        try (var events = child.inputReader(StandardCharsets.UTF_8)) {
            events.lines().forEach(System.out::println);
        }
    }
}
