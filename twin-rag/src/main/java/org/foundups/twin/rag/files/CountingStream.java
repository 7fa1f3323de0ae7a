package org.foundups.twin.rag.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Knows how far reading has come.
final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream source) {
        super(source);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var octet = super.read();
        if (octet >= 0) count++;
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = super.read(into, offset, length);
        if (read > 0) count += read;
        return read;
    }
}
