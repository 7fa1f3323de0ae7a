package org.foundups.twin.llama;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/// The bytes that come over a connection. Belongs to one thread.
final class ConnectionInput {
    /// How often a thread that waits looks up.
    static final int TICK_MILLIS = 5_000;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int from;
    private int to;
    private long deadlineNanos = Long.MAX_VALUE;

    ConnectionInput(Socket socket) throws IOException {
        socket.setSoTimeout(TICK_MILLIS);
        this.in = socket.getInputStream();
    }

    /// Waits for the next byte without taking it.
    ///
    /// @param patient asked every few seconds whether to go on waiting
    /// @return false if the other side has closed, or patience is over
    boolean await(BooleanSupplier patient) throws IOException {
        while (from == to) {
            try {
                if (!fill()) return false;
            } catch (SocketTimeoutException tick) {
                if (!patient.getAsBoolean()) return false;
            }
        }
        return true;
    }

    /// All that is read from now on must be there by then, on the clock of `System.nanoTime`.
    void deadline(long nanos) {
        deadlineNanos = nanos;
    }

    /// The next byte; -1 if the other side has closed.
    ///
    /// @throws ApiError if the deadline has passed
    int read() throws IOException {
        while (from == to) {
            try {
                if (!fill()) return -1;
            } catch (SocketTimeoutException tick) {
                checkDeadline();
            }
        }
        checkDeadline();
        return buffer[from++] & 0xff;
    }

    /// Reads what there is.
    ///
    /// @return how many bytes were read, at least 1; -1 if the other side has closed
    /// @throws ApiError if the deadline has passed
    int read(byte[] into, int at, int most) throws IOException {
        var first = read();
        if (first < 0) return -1;
        into[at] = (byte) first;
        var more = Math.min(to - from, most - 1);
        System.arraycopy(buffer, from, into, at + 1, more);
        from += more;
        return more + 1;
    }

    private void checkDeadline() {
        if (System.nanoTime() - deadlineNanos > 0) throw ApiError.tooSlow();
    }

    private boolean fill() throws IOException {
        var count = in.read(buffer);
        from = 0;
        to = Math.max(0, count);
        return count >= 0;
    }
}
