package org.foundups.twin.llama;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Semaphore;

/// Takes connections on loopback and gives each a thread.
final class HttpServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 64;
    private static final int BACKLOG = 64;

    private final ServerSocket socket;
    private final BearerToken token;
    private final Connection.Handler handler;
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS);

    private HttpServer(ServerSocket socket, BearerToken token, Connection.Handler handler) {
        this.socket = socket;
        this.token = token;
        this.handler = handler;
    }

    /// @param port 0 for any that is free
    /// @throws EngineFailure of code ARGUMENT if the port cannot be had
    static HttpServer open(int port, BearerToken token, Connection.Handler handler) {
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            var server = new HttpServer(new ServerSocket(port, BACKLOG, loopback), token, handler);
            Thread.ofPlatform().daemon().name("accept").start(server::accept);
            return server;
        } catch (IOException taken) {
            throw EngineFailure.argument(
                            "Port "
                                    + port
                                    + " of 127.0.0.1 cannot be used: "
                                    + taken.getMessage()
                                    + ". Choose another with --port, or 0 for any.")
                    .causedBy(taken);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Where it listens.
    InetAddress address() {
        return socket.getInetAddress();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                free.acquire();
                var connection = new Connection(socket.accept(), token, handler);
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                connection.run();
                            } finally {
                                free.release();
                            }
                        });
            } catch (IOException refused) {
                free.release();
                if (socket.isClosed()) return;
                System.err.println("A connection was not taken: " + refused.getMessage());
            } catch (InterruptedException ending) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
