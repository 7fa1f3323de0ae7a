package org.foundups.twin.llama;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Standard input as the parent process uses it: its first line is the bearer token, and its end
/// means that the parent is gone.
final class Lifeline {
    private static final int LONGEST_LINE = 4096;

    private final InputStream in;

    Lifeline(InputStream in) {
        this.in = in;
    }

    /// The first line.
    ///
    /// @throws EngineFailure of code ARGUMENT if there is none
    String firstLine() {
        try {
            var line = new ByteArrayOutputStream();
            for (var octet = in.read(); octet != '\n' && octet >= 0; octet = in.read()) {
                if (line.size() > LONGEST_LINE) break;
                line.write(octet);
            }
            return line.toString(StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw EngineFailure.argument(
                            "Standard input cannot be read; its first line is the bearer token.")
                    .causedBy(broken);
        }
    }

    /// Runs an action when the parent is gone. Nothing the process is busy with delays it.
    void whenCut(Runnable action) {
        Thread.ofPlatform()
                .daemon()
                .name("lifeline")
                .start(() -> {
                    waitForEnd();
                    action.run();
                });
    }

    private void waitForEnd() {
        try {
            while (in.read() >= 0) {
                // Nothing more is said on this stream; its end is what matters.
            }
        } catch (IOException broken) {
            // As good as ended.
        }
    }
}
