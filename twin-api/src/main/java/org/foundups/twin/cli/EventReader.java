package org.foundups.twin.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events from a response as they come. Ids and retry times are left out: a
/// consideration is not asked for twice. One thread.
///
/// @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, section
///   9.2</a>
final class EventReader {
    private static final int LIMIT_BYTES = 16 << 20;

    private final InputStream in;
    private boolean first = true;
    private boolean afterReturn;

    EventReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /// The next event; null at the end. An event that was not finished is not an event.
    ///
    /// @throws IOException if the connection breaks, or an event is over 16 MiB
    @Nullable ServerEvent next() throws IOException {
        var name = "";
        @Nullable StringBuilder data = null;
        for (var line = line(); line != null; line = line()) {
            if (line.isEmpty()) {
                if (data != null)
                    return new ServerEvent(name.isEmpty() ? "message" : name, data.toString());
                name = "";
                continue;
            }
            var colon = line.indexOf(':');
            var value = colon < 0 ? "" : line.substring(colon + 1);
            if (value.startsWith(" ")) value = value.substring(1);
            switch (colon < 0 ? line : line.substring(0, colon)) {
                case "event" -> name = value;
                case "data" -> {
                    data =
                            data == null
                                    ? new StringBuilder(value)
                                    : data.append('\n').append(value);
                    if (data.length() > LIMIT_BYTES) throw new IOException("an event is too long");
                }
                default -> {} // A comment (no field name), an id, or something newer than this.
            }
        }
        return null;
    }

    /// A line without its end, which is LF, CR or both; null where the stream ends in a line.
    private @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (var next = in.read(); next >= 0; next = in.read()) {
            var skipped = afterReturn && next == '\n';
            afterReturn = next == '\r';
            if (skipped) continue;
            if (next == '\n' || next == '\r') return text(line);
            if (line.size() == LIMIT_BYTES) throw new IOException("a line of an event is too long");
            line.write(next);
        }
        return null;
    }

    private String text(ByteArrayOutputStream line) {
        var text = line.toString(StandardCharsets.UTF_8);
        var marked = first && text.startsWith("\uFEFF");
        first = false;
        return marked ? text.substring(1) : text;
    }
}
