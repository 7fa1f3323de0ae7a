package org.foundups.twin.drafter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches a file over HTTP and goes on where an earlier attempt ended.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110: range
///   requests</a>
final class HttpFetch {
    private static final int TRIES = 3;

    private final HttpClient http;
    private final Duration reach;
    private final Duration stall;

    /// A fetcher with its patience.
    ///
    /// @param reach how long to wait for a connection and for the beginning of the answer
    /// @param stall how long to wait for the next piece
    HttpFetch(Duration reach, Duration stall) {
        this.reach = reach;
        this.stall = stall;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(reach)
                        .build();
    }

    /// Appends to the part until the file is complete.
    ///
    /// @param bytes size of the whole file; 0 if it is not known
    void fetch(URI url, PartFile part, long bytes, ProgressMeter meter)
            throws SourceFailed, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var before = lengthOf(part);
            try {
                attempt(url, part, bytes, meter);
                return;
            } catch (IOException | TimeoutException broken) {
                var progressed = lengthOf(part) > before;
                if (attempt >= TRIES || !progressed) throw unreachable(url, part, broken);
                meter.note("The connection broke; going on where it ended.");
            }
        }
    }

    private void attempt(URI url, PartFile part, long bytes, ProgressMeter meter)
            throws IOException, TimeoutException, SourceFailed, InterruptedException {
        var have = part.length();
        if (bytes > 0 && have == bytes) return;
        if (bytes > 0 && have > bytes) {
            part.discard();
            have = 0;
        }
        var response = send(request(url, part, have));
        var body = new ResponseBytes();
        response.body().subscribe(body);
        if (response.statusCode() == 416 && have > 0) {
            body.close();
            part.discard();
            attempt(url, part, bytes, meter);
            return;
        }
        try (body) {
            var offset = offset(response, have, url);
            var total = total(response, offset);
            if (bytes > 0 && total > 0 && total != bytes) {
                throw new SourceFailed(
                        host(url) + " has a file of " + total + " bytes, not " + bytes + ".");
            }
            if (offset == 0) part.discard();
            part.validator(validator(response));
            if (total > 0) meter.total(total);
            meter.begin(TransferProgress.Phase.FETCHING, offset);
            append(body, part, offset, bytes > 0 ? bytes : total, meter);
        }
    }

    private void append(
            ResponseBytes body, PartFile part, long offset, long expected, ProgressMeter meter)
            throws IOException, TimeoutException, SourceFailed, InterruptedException {
        var done = offset;
        try (var out = part.append()) {
            for (var piece = body.next(stall); piece != null; piece = body.next(stall)) {
                write(out, piece);
                done += piece.length;
                if (expected > 0 && done > expected) {
                    throw new SourceFailed("The source sends more than the file has.");
                }
                meter.done(done);
            }
        }
        if (expected > 0 && done < expected) throw new IOException("the file ended early");
    }

    /// A full disk is no fault of the source and must not look like one.
    private static void write(OutputStream out, byte[] piece) {
        try {
            out.write(piece);
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request)
            throws IOException, TimeoutException, InterruptedException {
        var sent = http.sendAsync(request, BodyHandlers.ofPublisher());
        try {
            return sent.get(reach.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (TimeoutException | InterruptedException given) {
            sent.cancel(true);
            throw given;
        }
    }

    private static HttpRequest request(URI url, PartFile part, long have) {
        var request = HttpRequest.newBuilder(url).GET();
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            var validator = part.note().validator();
            if (validator != null) request.header("If-Range", validator);
        }
        return request.build();
    }

    /// Where in the file the answer begins: a server may ignore the range or find it outdated.
    private static long offset(HttpResponse<?> response, long have, URI url) throws SourceFailed {
        return switch (response.statusCode()) {
            case 200 -> 0;
            case 206 -> {
                var range = response.headers().firstValue("content-range").orElse("");
                if (!range.startsWith("bytes " + have + "-")) {
                    throw new SourceFailed(host(url) + " sent another part than it was asked for.");
                }
                yield have;
            }
            case 401, 403 ->
                    throw new SourceFailed(host(url) + " does not give the file to everybody.");
            case 404, 410 -> throw new SourceFailed(host(url) + " does not have the file.");
            default ->
                    throw new SourceFailed(
                            host(url) + " answered with status " + response.statusCode() + ".");
        };
    }

    private static long total(HttpResponse<?> response, long offset) {
        return response.headers().firstValueAsLong("content-length").orElse(-offset) + offset;
    }

    /// Only a strong entity tag, or failing that a date, may name a version in a range request.
    private static @org.jspecify.annotations.Nullable String validator(HttpResponse<?> response) {
        var tag = response.headers().firstValue("etag").filter(value -> !value.startsWith("W/"));
        return tag.or(() -> response.headers().firstValue("last-modified")).orElse(null);
    }

    private static SourceFailed unreachable(URI url, PartFile part, Exception cause)
            throws SourceFailed {
        return new SourceFailed(
                lengthOf(part) > 0
                        ? host(url) + " breaks the connection; what came so far is kept."
                        : host(url) + " cannot be reached from here.",
                cause);
    }

    private static String host(URI url) {
        return url.getHost() == null ? url.toString() : url.getHost();
    }

    private static long lengthOf(PartFile part) throws SourceFailed {
        try {
            return part.length();
        } catch (IOException unreadable) {
            throw new SourceFailed("The cache directory cannot be read.", unreadable);
        }
    }
}
