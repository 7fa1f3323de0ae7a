package org.foundups.twin.drafter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Finds the `data` lines in a stream of server-sent events, wherever the stream is cut. Each data
/// line is taken as one payload, as every OpenAI-compatible server sends it; blank lines between
/// events, comments, and other fields are passed over, so sloppy framing does no harm.
///
/// @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">WHATWG:
///   server-sent events</a>
final class EventLines {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final Consumer<String> payloads;

    EventLines(Consumer<String> payloads) {
        this.payloads = payloads;
    }

    void accept(byte[] bytes) {
        for (var octet : bytes) {
            if (octet == '\n' || octet == '\r') {
                endLine();
            } else {
                line.write(octet);
            }
        }
    }

    /// The stream is over; a last line without an end still counts.
    void end() {
        endLine();
    }

    private void endLine() {
        if (line.size() == 0) return;
        // Only whole lines are decoded, so a character cut in two by the network is whole again.
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        var field = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (field.startsWith("data:")) payloads.accept(field.substring(5).strip());
    }
}
