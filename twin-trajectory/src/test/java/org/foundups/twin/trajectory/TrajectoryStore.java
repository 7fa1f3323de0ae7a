package org.foundups.twin.trajectory;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Trajectories in a database of their own.
final class TrajectoryStore {
    private static final TrajectoryStore SHARED = new TrajectoryStore();

    final DataSource source = TestDatabase.fresh("classpath:db/migration/trajectory");
    final JdbcClient database;
    private final TransactionTemplate transaction;

    TrajectoryStore() {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(0);
        database = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    /// One for all tests, with nothing in it: far quicker than a new database for each.
    static TrajectoryStore emptied() {
        SHARED.database.sql("TRUNCATE trajectory_event").update();
        return SHARED;
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(ignored -> work.get());
    }

    void append(Kind kind) {
        append(kind, Fixtures.NOON);
    }

    long append(Kind kind, Instant at) {
        var id = UUID.randomUUID();
        var line = "{\"v\":1,\"id\":\"" + id + "\",\"text\":\"ビザ \\\"id\\\":\\\"x\\\"\"}";
        var event = new Event(id, null, "trace", kind, at, line);
        return inTransaction(() -> new EventStore(database).append(List.of(event)));
    }

    /// Many events of all kinds in turn, in one go.
    void appendMany(int count) {
        database.sql(
                        """
                        INSERT INTO trajectory_event (id, trace_id, kind, at, v, line)
                        SELECT id, 'trace', (ARRAY['drafts', 'decisions', 'events'])[1 + number % 3],
                            now(), 1, '{"v":1,"id":"' || id || '","text":"' || repeat('x', 200) || '"}'
                        FROM (SELECT number, gen_random_uuid() AS id
                            FROM generate_series(1, ?) AS number) AS events
                        """)
                .param(count)
                .update();
    }

    /// What the file of a kind has to hold.
    List<String> lines(Kind kind) {
        return database.sql("SELECT line FROM trajectory_event WHERE kind = ? ORDER BY seq")
                .param(kind.id())
                .query((row, number) -> row.getString("line"))
                .list();
    }
}
