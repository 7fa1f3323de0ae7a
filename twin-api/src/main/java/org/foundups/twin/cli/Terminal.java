package org.foundups.twin.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What a command reads from and writes to. Whether that is a terminal, and how wide, is told by
/// the launcher: a JVM would need a child process to find out.
///
/// @param out results
/// @param error progress and complaints
record Terminal(InputStream in, Output out, Output error) {
    private static final int USUAL_COLUMNS = 80;

    /// The process's own.
    static Terminal standard(Map<String, String> environment, Properties properties) {
        return new Terminal(
                System.in,
                output(
                        FileDescriptor.out,
                        properties.getProperty("twin.terminal.columns"),
                        environment),
                output(
                        FileDescriptor.err,
                        properties.getProperty("twin.terminal.error.columns"),
                        environment));
    }

    private static Output output(
            FileDescriptor descriptor, @Nullable String columns, Map<String, String> environment) {
        var terminal = columns != null && !columns.isBlank();
        var able = terminal && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        var coloured = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Output(new FileOutputStream(descriptor), number(columns), coloured, able);
    }

    private static int number(@Nullable String columns) {
        try {
            var number = columns == null ? 0 : Integer.parseInt(columns.strip());
            return number > 0 ? number : USUAL_COLUMNS;
        } catch (NumberFormatException strange) {
            return USUAL_COLUMNS;
        }
    }
}
