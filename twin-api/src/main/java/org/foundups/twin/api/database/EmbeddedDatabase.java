package org.foundups.twin.api.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own in the data directory. It listens on loopback, asks for a password,
/// forces every commit to disk, and is started again when somebody kills it.
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "twin";
    private static final String USER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private final DatabaseFiles files;
    private final int port;
    private @Nullable EmbeddedPostgres server;
    private volatile boolean closing;
    private volatile int restarts;

    private EmbeddedDatabase(DatabaseFiles files, int port) {
        this.files = files;
        this.port = port;
    }

    /// Starts the server of a directory, making it on the first call.
    ///
    /// @param directory everything of the database lies below it
    /// @throws IllegalStateException if the server does not start or would not be durable
    public static EmbeddedDatabase start(Path directory) {
        var files = DatabaseFiles.in(directory);
        LeftoverServer.stop(files);
        var port = usablePort(files.port());
        files.rememberPort(port);
        var database = new EmbeddedDatabase(files, port);
        database.startServer();
        Thread.ofVirtual().name("database-watch").start(database::watch);
        return database;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return files.password();
    }

    /// How often the server had to be started again since the service began.
    public int restarts() {
        return restarts;
    }

    private synchronized void startServer() {
        try {
            server = launch();
        } catch (IOException | RuntimeException first) {
            // A pid file whose process is a zombie makes the first attempt run into its limit; the
            // second succeeds.
            LOG.warn("PostgreSQL did not start, trying once more: {}", first.getMessage());
            LeftoverServer.stop(files);
            server = launchAgain(first);
        }
        secure();
        createDatabase();
        requireDurability();
    }

    private EmbeddedPostgres launchAgain(Exception first) {
        try {
            return launch();
        } catch (IOException | RuntimeException second) {
            second.addSuppressed(first);
            throw new IllegalStateException(
                    "PostgreSQL does not start; its own words are in " + files.log() + ".", second);
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        var log = Redirect.appendTo(files.log().toFile());
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(files.data())
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(files.work().toFile())
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(START_LIMIT)
                        .setPort(port)
                        .setOutputRedirector(log)
                        .setErrorRedirector(log)
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("max_connections", "60")
                        .setServerConfig("password_encryption", "scram-sha-256");
        for (var setting : DURABLE) builder.setServerConfig(setting, "on");
        if (files.secured()) builder.setConnectConfig("password", files.password());
        return builder.start();
    }

    /// The first start trusts everybody on the machine; from here on a password is needed.
    private void secure() {
        if (files.secured()) return;
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER USER " + USER + " PASSWORD '" + files.password() + "'");
            Files.writeString(
                    files.data().resolve("pg_hba.conf"),
                    "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("SELECT pg_reload_conf()");
            files.markSecured();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("The database could not be given a password.", failure);
        }
    }

    private void createDatabase() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            if (!found.next()) statement.execute("CREATE DATABASE " + NAME);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database could not be created.", failure);
        }
    }

    /// The library's default would lose what was acknowledged, so the settings are read back.
    private void requireDurability() {
        try (var connection = connect(NAME);
                var statement = connection.createStatement()) {
            for (var setting : DURABLE) {
                try (var shown = statement.executeQuery("SHOW " + setting)) {
                    shown.next();
                    if (!"on".equals(shown.getString(1))) {
                        throw new IllegalStateException(
                                "PostgreSQL runs with " + setting + " off; nothing would be safe.");
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The database cannot be asked for its settings.", failure);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, files.password());
    }

    /// Waits for the end of the server process; an end nobody asked for is followed by a new start.
    private void watch() {
        var pause = Duration.ofMillis(500);
        while (!closing) {
            var pid = files.serverPid();
            var process =
                    pid.isPresent()
                            ? ProcessHandle.of(pid.getAsLong())
                            : java.util.Optional.<ProcessHandle>empty();
            if (process.isPresent()) process.get().onExit().join();
            if (closing) return;
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            } catch (InterruptedException stopped) {
                return;
            }
            pause = restarted() ? Duration.ofMillis(500) : longer(pause);
        }
    }

    private synchronized boolean restarted() {
        if (closing) return true;
        LOG.warn("PostgreSQL ended unexpectedly and is started again.");
        try {
            discard();
            LeftoverServer.stop(files);
            startServer();
            restarts++;
            LOG.info("PostgreSQL is back.");
            return true;
        } catch (RuntimeException failure) {
            LOG.error("PostgreSQL could not be started again; another attempt follows.", failure);
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(Duration.ofSeconds(30)) > 0 ? Duration.ofSeconds(30) : doubled;
    }

    /// Lets go of the handle of a server that is dead already.
    private void discard() {
        var old = server;
        server = null;
        if (old == null) return;
        try {
            old.close();
        } catch (IOException | RuntimeException dead) {
            LOG.debug("The old server's handle did not close: {}", dead.getMessage());
        }
    }

    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            discard();
        }
        LeftoverServer.stop(files);
    }

    private static int usablePort(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted != 0) return usablePort(0);
            throw new UncheckedIOException("No free port on loopback for the database.", taken);
        }
    }
}
