package org.foundups.twin.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Standard output or standard error. Everything is UTF-8 and goes out at once.
///
/// @param columns as wide as lines may be
/// @param coloured whether ink shows
/// @param moving whether the cursor can be moved: it is a terminal, and not a dumb one
record Output(OutputStream stream, int columns, boolean coloured, boolean moving) {
    void print(List<Line> lines) {
        write(lines.stream().map(line -> shown(line) + "\n").collect(Collectors.joining()));
    }

    void print(Line line) {
        print(List.of(line));
    }

    /// Puts lines in the place of those that were printed last.
    ///
    /// @param lines how many those were
    void replace(int lines, List<Line> next) {
        if (lines > 0) write("\033[" + lines + "A\r\033[J");
        print(next);
    }

    /// JSON or another text for programs, with a line break at its end.
    void raw(String text) {
        write(text.endsWith("\n") ? text : text + "\n");
    }

    PrintWriter writer() {
        return new PrintWriter(new Passing(), true);
    }

    private String shown(Line line) {
        return coloured ? line.coloured() : line.plain();
    }

    private void write(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException failed) {
            throw refused(failed);
        }
    }

    /// `| head` has seen enough: no reason for a message. A full disk is.
    private static CommandFailed refused(IOException failed) {
        var reason = String.valueOf(failed.getMessage());
        return reason.toLowerCase(Locale.ROOT).contains("pipe")
                ? CommandFailed.because(Exit.PIPE_CLOSED, "")
                : CommandFailed.because(
                        Exit.FAILED, "The output cannot be written: " + reason + ".");
    }

    private final class Passing extends Writer {
        @Override
        public void write(char[] characters, int from, int length) {
            Output.this.write(new String(characters, from, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
