package org.foundups.twin.llama;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The head of an HTTP request: its first line and its headers.
///
/// @param path without the query
/// @param version 0 for HTTP/1.0, 1 for HTTP/1.1
/// @param headers by name in lower case
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112: HTTP/1.1</a>
record HttpHead(String method, String path, int version, Map<String, String> headers) {
    static final int LIMIT_BYTES = 16 * 1024;

    HttpHead {
        headers = Map.copyOf(headers);
    }

    /// Headers that must not be given twice: which of them counts would be a matter of opinion.
    private static final List<String> SINGLE =
            List.of("content-length", "transfer-encoding", "authorization", "host", "expect");

    /// @throws ApiError if it is no HTTP, too large or too slow
    /// @throws IOException if the connection ends before the head does
    static HttpHead read(ConnectionInput in) throws IOException {
        var lines = new Lines(in);
        var first = lines.next();
        while (first.isEmpty()) first = lines.next();
        var headers = new HashMap<String, String>();
        for (var line = lines.next(); !line.isEmpty(); line = lines.next()) add(line, headers);
        var parts = first.split(" ", -1);
        if (parts.length != 3 || !parts[2].matches("HTTP/1\\.[01]") || !parts[1].startsWith("/")) {
            throw ApiError.malformed("The request line is not one of HTTP/1.1.");
        }
        var query = parts[1].indexOf('?');
        var path = query < 0 ? parts[1] : parts[1].substring(0, query);
        return new HttpHead(parts[0], path, parts[2].charAt(7) - '0', headers);
    }

    private static void add(String line, Map<String, String> headers) {
        var colon = line.indexOf(':');
        if (colon < 1 || !line.substring(0, colon).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw ApiError.malformed("A header line has no name.");
        }
        var name = line.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
        if (headers.put(name, line.substring(colon + 1).strip()) != null && SINGLE.contains(name)) {
            throw ApiError.malformed("The header " + name + " is given twice.");
        }
    }

    @Nullable String header(String name) {
        return headers.get(name);
    }

    /// Whether the client will send another request on the same connection.
    boolean keepsAlive() {
        var wish = headers.getOrDefault("connection", "").toLowerCase(java.util.Locale.ROOT);
        return version == 1 ? !wish.contains("close") : wish.contains("keep-alive");
    }

    private static final class Lines {
        private final ConnectionInput in;
        private int bytes;

        Lines(ConnectionInput in) {
            this.in = in;
        }

        /// Up to the next line feed, which is left out with a carriage return before it.
        String next() throws IOException {
            var line = new java.io.ByteArrayOutputStream(80);
            for (var octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) throw new java.io.EOFException("the head of a request was cut off");
                if (++bytes > LIMIT_BYTES) throw ApiError.headTooLarge(LIMIT_BYTES);
                line.write(octet);
            }
            var text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
    }
}
