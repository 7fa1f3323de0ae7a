package org.foundups.twin.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL for tests: one server per JVM, one new database per call. It runs without
/// Docker and ends with the JVM.
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /// A new, empty database, migrated.
    ///
    /// @param locations Flyway locations, e.g. `classpath:db/migration/rag`; none means no
    ///   migration
    public static DataSource fresh(String... locations) {
        var name = "test" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("the test database was not created", failure);
        }
        var database = database(name);
        if (locations.length > 0) {
            Flyway.configure().dataSource(database).locations(locations).load().migrate();
        }
        return database;
    }

    /// The JDBC address of a database made by [#fresh], for child processes.
    public static String url(DataSource database) {
        if (database instanceof PGSimpleDataSource postgres) return postgres.getUrl();
        throw new IllegalArgumentException("not one of ours");
    }

    private static DataSource database(String name) {
        var database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"localhost"});
        database.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
        database.setDatabaseName(name);
        database.setUser("postgres");
        return database;
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL did not start", failure);
            }
        }
    }
}
