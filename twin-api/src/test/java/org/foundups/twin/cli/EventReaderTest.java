package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    @Test
    void readsNamesAndData() throws IOException {
        assertThat(events("event: stage\ndata: {\"a\":1}\n\nevent:token\ndata:x\n\n"))
                .containsExactly(
                        new ServerEvent("stage", "{\"a\":1}"), new ServerEvent("token", "x"));
    }

    @Test
    void callsAnEventWithoutNameAMessage() throws IOException {
        assertThat(events("data: x\n\n")).containsExactly(new ServerEvent("message", "x"));
    }

    @Test
    void joinsSeveralDataLines() throws IOException {
        assertThat(events("data: a\ndata:\ndata:  b\n\n"))
                .containsExactly(new ServerEvent("message", "a\n\n b"));
    }

    @Test
    void takesEveryKindOfLineEnd() throws IOException {
        var expected = List.of(new ServerEvent("stage", "a"), new ServerEvent("message", "b"));
        for (var end : List.of("\n", "\r", "\r\n")) {
            assertThat(events("event: stage|data: a||data: b||".replace("|", end)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void passesOverCommentsIdsAndAByteOrderMark() throws IOException {
        assertThat(events("\ufeffdata: a\n:still here\nid: 7\nretry: 10\nnews\n\n: x\n\n\n"))
                .containsExactly(new ServerEvent("message", "a"));
    }

    @Test
    void forgetsTheNameOfAnEventWithoutData() throws IOException {
        assertThat(events("event: stage\n\ndata: a\n\n"))
                .containsExactly(new ServerEvent("message", "a"));
    }

    @Test
    void dropsAnEventThatWasNotFinished() throws IOException {
        assertThat(events("data: a\n\nevent: result\ndata: half")).hasSize(1);
        assertThat(events("event: result\ndata: whole\n")).isEmpty();
    }

    @Test
    void readsCharactersThatCameInPieces() throws IOException {
        var expected = new ServerEvent("token", "にんにく 🧄");
        assertThat(events(new Trickle("event: token\r\ndata: にんにく 🧄\r\n\r\n")))
                .containsExactly(expected);
    }

    @Test
    void reportsAConnectionThatBreaks() {
        var broken = new SequenceInputStream(stream("data: a\n\ndata: b"), new Broken());
        var reader = new EventReader(broken);
        assertThatThrownBy(
                        () -> {
                            while (reader.next() != null) {}
                        })
                .isInstanceOf(IOException.class)
                .hasMessage("reset by peer");
    }

    private static List<ServerEvent> events(String text) throws IOException {
        return events(stream(text));
    }

    private static List<ServerEvent> events(InputStream stream) throws IOException {
        var reader = new EventReader(stream);
        var events = new ArrayList<ServerEvent>();
        for (var event = reader.next(); event != null; event = reader.next()) events.add(event);
        return events;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Gives one byte at a time, however many are asked for.
    private static final class Trickle extends InputStream {
        private final InputStream whole;

        Trickle(String text) {
            whole = stream(text);
        }

        @Override
        public int read() throws IOException {
            return whole.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return whole.read(bytes, from, Math.min(1, length));
        }
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("reset by peer");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            throw new IOException("reset by peer");
        }
    }
}
