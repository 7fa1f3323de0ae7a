package org.foundups.twin.rag.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Reads lines of UTF-8 of which none may fill the memory.
final class ByteLines {
    static final int LIMIT = 1 << 20;

    private final InputStream bytes;
    private final Deque<Line> returned = new ArrayDeque<>();
    private long number;

    ByteLines(InputStream bytes) {
        this.bytes = bytes;
    }

    /// One line, without its end.
    sealed interface Line {
        /// Counted from 1.
        long number();

        record Text(long number, String text) implements Line {}

        /// It cannot be used.
        record Unusable(long number, String reason) implements Line {}
    }

    /// The next line; empty at the end.
    Optional<Line> next() throws IOException {
        if (!returned.isEmpty()) return Optional.of(returned.removeFirst());
        var first = bytes.read();
        if (first < 0) return Optional.empty();
        number++;
        var line = new ByteArrayOutputStream();
        long length = 0;
        for (int next = first; next >= 0 && next != '\n'; next = bytes.read()) {
            if (++length <= LIMIT) line.write(next);
        }
        return Optional.of(
                length > LIMIT ? tooLong(number, length) : decoded(number, line.toByteArray()));
    }

    /// Gives a line back, to be the next.
    void unread(Line line) {
        returned.addFirst(line);
    }

    private static Line tooLong(long number, long length) {
        return new Line.Unusable(
                number, "a line of " + length + " bytes; at most " + LIMIT + " are read");
    }

    private static Line decoded(long number, byte[] line) {
        try {
            var text = TextEncoding.utf8(line);
            return new Line.Text(
                    number, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        } catch (CharacterCodingException notUtf8) {
            return new Line.Unusable(number, TextEncoding.fault(line));
        }
    }
}
