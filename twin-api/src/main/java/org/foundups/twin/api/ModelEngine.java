package org.foundups.twin.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.drafter.EngineEndpoint;
import org.foundups.twin.drafter.EngineStatus;
import org.foundups.twin.drafter.EngineSupervisor;
import org.jspecify.annotations.Nullable;

/// The model as the service sees it: where it answers, and who looks after it.
final class ModelEngine implements AutoCloseable {
    private static final int KNOCK_MILLIS = 1_000;

    private final Source source;
    private final @Nullable String address;
    private final EngineEndpoint endpoint;
    private final @Nullable EngineSupervisor supervisor;
    private final AtomicBoolean settled = new AtomicBoolean();

    /// Whose server it is.
    enum Source {
        EMBEDDED,
        EXTERNAL,
        ABSENT
    }

    private ModelEngine(
            Source source,
            @Nullable String address,
            EngineEndpoint endpoint,
            @Nullable EngineSupervisor supervisor) {
        this.source = source;
        this.address = address;
        this.endpoint = endpoint;
        this.supervisor = supervisor;
    }

    static ModelEngine external(String address, EngineEndpoint endpoint) {
        return new ModelEngine(Source.EXTERNAL, address, endpoint, null);
    }

    static ModelEngine embedded(EngineSupervisor supervisor) {
        return new ModelEngine(Source.EMBEDDED, null, supervisor, supervisor);
    }

    /// None can be had until somebody does what the reason says.
    static ModelEngine absent(TwinException.Code code, String reason) {
        return new ModelEngine(
                Source.ABSENT, null, () -> new EngineEndpoint.NotReady(code, reason), null);
    }

    /// @param whenReady called each time the embedded engine has become ready
    void start(Runnable whenReady) {
        if (supervisor == null) {
            settled.set(true);
            return;
        }
        supervisor.start(() -> {
            whenReady.run();
            settled.set(true);
        });
    }

    /// Whether the first start has come to an end, good or bad. Until then callers would only be
    /// told to wait.
    boolean settled() {
        if (settled.get()) return true;
        return supervisor != null && supervisor.status().state() == EngineStatus.State.PAUSING;
    }

    Source source() {
        return source;
    }

    @Nullable String address() {
        return address;
    }

    /// Whether somebody listens where the model should answer. Asks nothing, so it costs the server
    /// nothing.
    boolean reachable() {
        if (!(endpoint.current() instanceof EngineEndpoint.Ready ready)) return false;
        var base = ready.base();
        var secure = "https".equals(base.getScheme());
        var port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), port), KNOCK_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    EngineEndpoint endpoint() {
        return endpoint;
    }

    Optional<EngineSupervisor> supervisor() {
        return Optional.ofNullable(supervisor);
    }

    @Override
    public void close() {
        if (supervisor != null) supervisor.close();
    }
}
