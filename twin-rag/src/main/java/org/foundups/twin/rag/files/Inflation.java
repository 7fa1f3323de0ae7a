package org.foundups.twin.rag.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Watches how far a packed file grows, and ends where no honest one would: a bomb of a few
/// kilobytes unpacks to gigabytes.
final class Inflation extends FilterInputStream {
    /// Text seldom packs to less than a thirtieth; monotonous JSON to a hundredth.
    private static final long MOST_FOLD = 300;

    /// Below this nothing is said: small files may well be monotonous.
    private static final long HARMLESS = 64L << 20;

    private final long packed;
    private long unpacked;

    /// @param packed its size in the archive
    Inflation(InputStream source, long packed) {
        super(source);
        this.packed = Math.max(1, packed);
    }

    /// The file grows beyond all measure.
    static final class Bomb extends IOException {
        private static final long serialVersionUID = 1;

        Bomb() {
            super("it unpacks to more than " + MOST_FOLD + " times its size");
        }
    }

    @Override
    public int read() throws IOException {
        var octet = super.read();
        if (octet >= 0) grow(1);
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = super.read(into, offset, length);
        if (read > 0) grow(read);
        return read;
    }

    private void grow(int more) throws Bomb {
        unpacked += more;
        if (unpacked > HARMLESS && unpacked / packed > MOST_FOLD) throw new Bomb();
    }
}
