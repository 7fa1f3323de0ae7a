package org.foundups.twin.llama;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One connection and the requests on it, one after the other.
///
/// The JDK's own server does not notice that a client has gone until it writes, and while a prompt
/// is being read nothing is written. So this one keeps a thread at the socket: once it has handed a
/// request over, it waits for the next byte, and the end of the stream tells it at any time that
/// nobody waits for the answer. A client that closes its half of the connection counts as gone.
final class Connection implements Runnable {
    private static final long REQUEST_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int IDLE_TICKS = 24;
    private static final int DRAIN_BYTES = 16 * 1024 * 1024;

    /// Tokenisers call themselves; their stack must not end before their text does.
    private static final long STACK_BYTES = 32L * 1024 * 1024;

    private final Socket socket;
    private final BearerToken token;
    private final Handler handler;

    /// What answers requests of those who know the token.
    interface Handler {
        /// Answers a request.
        ///
        /// @throws ApiError to be sent as the answer
        /// @throws IOException if the client is gone
        void handle(Exchange exchange) throws IOException, InterruptedException;
    }

    Connection(Socket socket, BearerToken token, Handler handler) {
        this.socket = socket;
        this.token = token;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new ConnectionInput(socket);
            var out = new BufferedOutputStream(socket.getOutputStream());
            while (in.await(() -> false) && serveNext(in, out)) {
                // The next one, please.
            }
        } catch (IOException gone) {
            // Nobody is left to be told.
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /// Answers one request; false if no other can follow.
    private boolean serveNext(ConnectionInput in, OutputStream out)
            throws IOException, InterruptedException {
        in.deadline(System.nanoTime() + REQUEST_NANOS);
        var exchange = read(in, out);
        in.deadline(Long.MAX_VALUE);
        if (exchange == null) return false;
        var answering =
                Thread.ofPlatform()
                        .daemon()
                        .name("answer")
                        .stackSize(STACK_BYTES)
                        .unstarted(() -> answer(exchange));
        answering.start();
        var more = awaitNext(in, new Patience(answering));
        if (!more) exchange.abandon();
        answering.join();
        return more && exchange.reply().keepsAlive();
    }

    private static boolean awaitNext(ConnectionInput in, Patience patience) {
        try {
            return in.await(patience::lasts);
        } catch (IOException reset) {
            return false;
        }
    }

    /// Waits as long as the answer takes, and then a while for the next request.
    private static final class Patience {
        private final Thread answering;
        private int idleTicks;

        Patience(Thread answering) {
            this.answering = answering;
        }

        boolean lasts() {
            return answering.isAlive() || ++idleTicks < IDLE_TICKS;
        }
    }

    private @Nullable Exchange read(ConnectionInput in, OutputStream out) throws IOException {
        try {
            var head = HttpHead.read(in);
            if (!token.isIn(head.header("authorization"))) throw ApiError.unauthorized();
            if ("100-continue".equalsIgnoreCase(head.header("expect"))) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            var body = new HttpBody(in).read(head);
            var reply = new HttpReply(out, head.keepsAlive(), head.version());
            return new Exchange(head, body, reply);
        } catch (ApiError refused) {
            new HttpReply(out, false, 1).send(refused);
            drain();
            return null;
        }
    }

    /// What was not read of a refused request is read now: closing a socket with unread bytes
    /// resets the connection, and the client would lose the answer that tells it why.
    private void drain() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(1000);
        var rest = socket.getInputStream();
        var bucket = new byte[8192];
        var count = 0;
        for (var total = 0; count >= 0 && total < DRAIN_BYTES; total += count) {
            count = rest.read(bucket);
        }
    }

    private void answer(Exchange exchange) {
        var reply = exchange.reply();
        try {
            try {
                handler.handle(exchange);
            } catch (ApiError refused) {
                if (!reply.isBegun()) reply.send(refused);
            }
            if (!reply.keepsAlive()) socket.close();
        } catch (IOException gone) {
            exchange.abandon();
            closeQuietly();
        } catch (InterruptedException ending) {
            closeQuietly();
        } catch (RuntimeException | Error fault) {
            fault.printStackTrace();
            if (!reply.isBegun()) sendInternalError(reply);
            closeQuietly();
        }
    }

    private static void sendInternalError(HttpReply reply) {
        try {
            reply.send(ApiError.internal("A fault in the engine; its log says more."));
        } catch (IOException gone) {
            // Nobody is left to be told.
        }
    }

    private void closeQuietly() {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is closed, which was the wish.
        }
    }
}
