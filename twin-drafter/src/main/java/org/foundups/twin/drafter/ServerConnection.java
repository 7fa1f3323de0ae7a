package org.foundups.twin.drafter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An answer that has begun: its status is known, its body still comes.
record ServerConnection(int status, Optional<String> retryAfter, ResponseBytes body)
        implements AutoCloseable {
    /// Sends a request and waits for the status line.
    ///
    /// @throws TimeoutException if it did not come in time
    /// @throws IOException if there is no connection, or it broke
    static ServerConnection open(HttpClient http, HttpRequest request, Deadline deadline)
            throws IOException, TimeoutException, InterruptedException {
        var sent = http.sendAsync(request, BodyHandlers.ofPublisher());
        try {
            return of(sent.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (TimeoutException | InterruptedException given) {
            // Closes the connection; if the answer arrived just now, nobody reads it.
            sent.cancel(true);
            throw given;
        }
    }

    private static ServerConnection of(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
        var body = new ResponseBytes();
        response.body().subscribe(body);
        return new ServerConnection(
                response.statusCode(), response.headers().firstValue("retry-after"), body);
    }

    /// The beginning of the body as text; what does not come in time is left out.
    String excerpt(int limitBytes, Deadline deadline) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        try {
            for (var piece = body.next(deadline.left());
                    piece != null && bytes.size() < limitBytes;
                    piece = body.next(deadline.left())) {
                bytes.writeBytes(piece);
            }
        } catch (IOException | TimeoutException incomplete) {
            // What came must do.
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        body.close();
    }
}
