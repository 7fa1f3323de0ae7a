package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Shows text of another encoding as UTF-8, piece by piece. What is malformed becomes U+FFFD.
final class Utf8Stream extends InputStream {
    private final Reader text;
    private final char[] piece = new char[8192];
    private int kept;
    private byte[] bytes = new byte[0];
    private int next;

    Utf8Stream(InputStream source, Charset charset) {
        text = new InputStreamReader(source, charset);
    }

    @Override
    public int read() throws IOException {
        while (next == bytes.length) {
            if (!fill()) return -1;
        }
        return bytes[next++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (next == bytes.length) {
            if (!fill()) return -1;
        }
        var some = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, into, offset, some);
        next += some;
        return some;
    }

    /// A pair of surrogates must not be cut in two.
    private boolean fill() throws IOException {
        var read = text.read(piece, kept, piece.length - kept);
        var length = kept + Math.max(read, 0);
        if (length == 0) return false;
        var whole = length;
        if (read > 0 && Character.isHighSurrogate(piece[length - 1])) whole--;
        bytes = new String(piece, 0, whole).getBytes(StandardCharsets.UTF_8);
        next = 0;
        kept = length - whole;
        if (kept == 1) piece[0] = piece[whole];
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
