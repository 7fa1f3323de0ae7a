package org.foundups.twin.drafter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The body of a response, piece by piece, each within its own time limit: the one thing a blocking
/// stream cannot do. Closing it closes the connection, by which the server knows to stop.
final class ResponseBytes implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private sealed interface Arrival {}

    private record Piece(ByteBuffer bytes) implements Arrival {}

    private record End() implements Arrival {}

    private record Broken(Throwable cause) implements Arrival {}

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;

    /// The next piece, in order.
    ///
    /// @return null at the end of the body
    /// @throws TimeoutException if nothing came in time
    /// @throws IOException if the connection broke
    byte @Nullable [] next(Duration limit)
            throws IOException, TimeoutException, InterruptedException {
        return switch (arrivals.poll(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            case null -> throw new TimeoutException();
            case Piece piece -> {
                more();
                yield piece.bytes().array();
            }
            case End end -> {
                arrivals.add(end);
                yield null;
            }
            case Broken broken -> {
                arrivals.add(broken);
                throw new IOException(broken.cause());
            }
        };
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        var size = buffers.stream().mapToInt(ByteBuffer::remaining).sum();
        var bytes = ByteBuffer.allocate(size);
        buffers.forEach(bytes::put);
        arrivals.add(new Piece(bytes));
    }

    @Override
    public void onError(Throwable cause) {
        arrivals.add(new Broken(cause));
    }

    @Override
    public void onComplete() {
        arrivals.add(new End());
    }

    @Override
    public void close() {
        closed = true;
        var given = subscription;
        if (given != null) given.cancel();
    }

    private void more() {
        var given = subscription;
        if (given != null) given.request(1);
    }
}
