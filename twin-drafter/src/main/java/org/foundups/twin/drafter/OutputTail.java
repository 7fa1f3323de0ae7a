package org.foundups.twin.drafter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Reads what a process prints, so that it never waits for a reader, and keeps the last lines for
/// the message when it fails. Safe for use by several threads.
final class OutputTail {
    private static final int LINES = 40;
    private static final int LINE_CHARS = 2_000;

    private final Deque<String> lines = new ArrayDeque<>();

    /// Reads to the end of the stream; returns then.
    ///
    /// @param heard told each line, shortened and made safe for a log
    void drain(InputStream stream, Consumer<String> heard) {
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var line = new StringBuilder();
            for (var next = reader.read(); next >= 0; next = reader.read()) {
                if (next == '\n' || next == '\r') {
                    keep(line, heard);
                } else if (line.length() < LINE_CHARS) {
                    line.append((char) next);
                }
            }
            keep(line, heard);
        } catch (IOException over) {
            // The process is gone; what it said is kept.
        }
    }

    private void keep(StringBuilder line, Consumer<String> heard) {
        if (line.isEmpty()) return;
        var text = Plain.line(line.toString(), LINE_CHARS);
        line.setLength(0);
        synchronized (lines) {
            if (lines.size() == LINES) lines.removeFirst();
            lines.addLast(text);
        }
        heard.accept(text);
    }

    /// The last lines, oldest first.
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }
}
