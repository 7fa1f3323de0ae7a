package org.foundups.twin.llama;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;

/// Reads the body of a request, of a known length or in chunks.
///
/// @param in behind the head
record HttpBody(ConnectionInput in) {
    static final int LIMIT_BYTES = 4 * 1024 * 1024;

    private static final int LONGEST_LINE = 1024;

    /// All of it; empty if there is none.
    ///
    /// @throws ApiError if it is too large, too slow or not framed as it should be
    /// @throws IOException if the connection ends before the body does
    byte[] read(HttpHead head) throws IOException {
        var encoding = head.header("transfer-encoding");
        var length = head.header("content-length");
        if (encoding != null) {
            if (length != null || !encoding.toLowerCase(Locale.ROOT).equals("chunked")) {
                throw ApiError.malformed("The length of the body is told in an unclear way.");
            }
            return chunks();
        }
        return length == null ? new byte[0] : bytes(length(length, 10));
    }

    private static int length(String text, int radix) {
        var digits = radix == 10 ? "[0-9]{1,18}" : "[0-9A-Fa-f]{1,15}";
        if (!text.matches(digits)) throw ApiError.malformed("The length of the body is no number.");
        var length = Long.parseLong(text, radix);
        if (length > LIMIT_BYTES) throw ApiError.bodyTooLarge(LIMIT_BYTES);
        return (int) length;
    }

    private byte[] bytes(int length) throws IOException {
        var body = new byte[length];
        for (var at = 0; at < length; ) {
            var count = in.read(body, at, length - at);
            if (count < 0) throw new EOFException("the body of a request was cut off");
            at += count;
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var line = line();
            var extension = line.indexOf(';');
            var size =
                    length(extension < 0 ? line.strip() : line.substring(0, extension).strip(), 16);
            if (size == 0) break;
            if (body.size() + size > LIMIT_BYTES) throw ApiError.bodyTooLarge(LIMIT_BYTES);
            body.writeBytes(bytes(size));
            if (!line().isEmpty()) throw ApiError.malformed("A chunk is longer than it said.");
        }
        var trailers = 0;
        while (!line().isEmpty()) {
            if (++trailers > 16) throw ApiError.malformed("The body has too many trailers.");
        }
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) throw new EOFException("the body of a request was cut off");
            if (line.length() > LONGEST_LINE) throw ApiError.malformed("A chunk has no length.");
            line.append((char) octet);
        }
        var end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }
}
