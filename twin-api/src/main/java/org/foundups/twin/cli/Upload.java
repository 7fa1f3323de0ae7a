package org.foundups.twin.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// A file and form fields as one request body. The file is never held in memory.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, multipart/form-data</a>
final class Upload {
    private static final int PIECE = 1 << 16;

    private final String boundary = "twin-" + UUID.randomUUID();
    private final Path file;
    private final long bytes;
    private final byte[] head;
    private final byte[] tail;

    /// @param name under which it is sent
    /// @param fields name and value of each form field
    /// @throws IOException if the file is not there
    Upload(Path file, String name, Map<String, String> fields) throws IOException {
        this.file = file;
        this.bytes = Files.size(file);
        this.head = head(name, fields).getBytes(StandardCharsets.UTF_8);
        this.tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private String head(String name, Map<String, String> fields) {
        var head = new StringBuilder();
        fields.forEach((field, value) ->
                head.append(part("name=\"" + field + "\"", "")).append(value).append("\r\n"));
        var named = "name=\"file\"; filename=\"" + plain(name) + "\"";
        return head.append(part(named, "Content-Type: application/octet-stream\r\n")).toString();
    }

    /// Size of the file.
    long bytes() {
        return bytes;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return head.length + bytes + tail.length;
    }

    /// @param progress told how much of the file has gone
    void write(OutputStream out, Consumer<Long> progress) throws IOException {
        out.write(head);
        var piece = new byte[PIECE];
        var sent = 0L;
        try (var in = Files.newInputStream(file)) {
            for (var read = in.read(piece); read > 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                sent += read;
                progress.accept(sent);
            }
        }
        out.write(tail);
    }

    private String part(String disposition, String more) {
        return "--"
                + boundary
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\n"
                + more
                + "\r\n";
    }

    /// Quotes and line breaks in a file's name must not end the header.
    private static String plain(String name) {
        return name.replaceAll("[\\p{Cntrl}\"\\\\]", "_");
    }
}
