package org.foundups.twin.trajectory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Events in PostgreSQL. Appending joins the surrounding transaction.
final class EventStore {
    /// Any constant will do, as long as nobody else uses it.
    private static final long WRITERS_TURN = 7_012_001L;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /// The turn is taken before the first number is drawn: numbers are drawn for the rows of the
    /// join.
    private static final String APPEND =
            """
            INSERT INTO trajectory_event (id, parent_id, trace_id, kind, at, v, line)
            SELECT row.* FROM (SELECT pg_advisory_xact_lock(?) OFFSET 0) AS turn
                CROSS JOIN (VALUES :rows) AS row
            RETURNING seq
            """;

    private static final String ROW =
            "(?::uuid, ?::uuid, ?::text, ?::text, ?::timestamptz, ?::int, ?::text)";

    private final JdbcClient database;

    EventStore(JdbcClient database) {
        this.database = database;
    }

    /// Appends events in their order. Makes writers wait for each other until they commit: numbers
    /// then become visible in their order, and nobody who follows them misses one. So this comes
    /// last in a transaction.
    ///
    /// @param events at least one
    /// @return the number of the first
    /// @throws IllegalStateException outside a transaction, where it would order nothing
    long append(List<Event> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event is written together with what it tells of");
        }
        var rows = String.join(", ", Collections.nCopies(events.size(), ROW));
        var statement = database.sql(APPEND.replace(":rows", rows)).param(WRITERS_TURN);
        for (var event : events) {
            statement =
                    statement
                            .param(event.id())
                            .param(event.parentId())
                            .param(event.traceId())
                            .param(event.kind().id())
                            .param(time(event.at()))
                            .param(Event.VERSION)
                            .param(event.line());
        }
        return statement.query((row, number) -> row.getLong(1)).list().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
    }

    /// All kinds, in order.
    List<StoredEvent> after(long seq, int limit) {
        return database.sql(
                        "SELECT seq, id, kind, line FROM trajectory_event WHERE seq > ? ORDER BY seq LIMIT ?")
                .params(seq, limit)
                .query(EventStore::row)
                .list();
    }

    /// One kind, in order, optionally within times.
    List<StoredEvent> page(
            Kind kind, long after, @Nullable Instant since, @Nullable Instant until, int limit) {
        return database.sql(
                        """
                        SELECT seq, id, kind, line FROM trajectory_event
                        WHERE kind = ? AND seq > ? AND at >= ? AND at < ? ORDER BY seq LIMIT ?
                        """)
                .params(
                        kind.id(),
                        after,
                        time(since == null ? EARLIEST : since),
                        time(until == null ? LATEST : until),
                        limit)
                .query(EventStore::row)
                .list();
    }

    /// The highest number among these events; 0 if none of them is here.
    long newest(List<UUID> ids) {
        return database.sql("SELECT COALESCE(max(seq), 0) FROM trajectory_event WHERE id IN (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    long last() {
        return database.sql("SELECT COALESCE(max(seq), 0) FROM trajectory_event")
                .query(Long.class)
                .single();
    }

    /// How many there are of a kind behind a number.
    long count(Kind kind, long after) {
        return database.sql("SELECT count(*) FROM trajectory_event WHERE kind = ? AND seq > ?")
                .params(kind.id(), after)
                .query(Long.class)
                .single();
    }

    /// As the database can compare it: whatever is beyond the years 1 to 9999 has no event there.
    private static OffsetDateTime time(Instant instant) {
        var within =
                instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return within.atOffset(ZoneOffset.UTC);
    }

    private static StoredEvent row(ResultSet row, int number) throws SQLException {
        return new StoredEvent(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("line"));
    }
}
