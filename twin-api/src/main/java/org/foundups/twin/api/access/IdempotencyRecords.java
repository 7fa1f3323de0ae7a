package org.foundups.twin.api.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Remembers, for every idempotency key, what was asked and what was answered, for longer than the
/// 24 hours the contract promises.
final class IdempotencyRecords {
    private static final Duration KEPT = Duration.ofDays(2);
    // A call that has not answered after this long belongs to a service that is no more.
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final InstantSource clock;

    IdempotencyRecords(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What to do with a call.
    sealed interface Claim {
        /// Nobody asked before: go on.
        record First() implements Claim {}

        /// The same was asked and answered: answer the same.
        record Answered(int status, String contentType, String body) implements Claim {}

        /// The same is being worked on.
        record Running() implements Claim {}

        /// The key was used for something else.
        record Mismatch() implements Claim {}
    }

    Claim claim(UUID caller, String key, String requestHash) {
        forgetOld();
        var inserted =
                database.sql(
                                """
                                INSERT INTO idempotency (caller, key, request_hash, begun_at)
                                VALUES (?, ?, ?, ?) ON CONFLICT (caller, key) DO NOTHING
                                """)
                        .params(caller, key, requestHash, Timestamp.from(clock.instant()))
                        .update();
        return inserted == 1 ? new Claim.First() : known(caller, key, requestHash);
    }

    private Claim known(UUID caller, String key, String requestHash) {
        return database.sql("SELECT * FROM idempotency WHERE caller = ? AND key = ?")
                .params(caller, key)
                .query((row, number) -> {
                    if (!row.getString("request_hash").equals(requestHash)) {
                        return (Claim) new Claim.Mismatch();
                    }
                    var status = row.getInt("status");
                    return row.wasNull()
                            ? new Claim.Running()
                            : new Claim.Answered(
                                    status, row.getString("content_type"), row.getString("body"));
                })
                .optional()
                .orElseGet(Claim.Running::new);
    }

    void answered(UUID caller, String key, int status, String contentType, String body) {
        database.sql(
                        "UPDATE idempotency SET status = ?, content_type = ?, body = ? WHERE caller = ? AND key = ?")
                .params(status, contentType, body, caller, key)
                .update();
    }

    /// The call had no lasting effect; it may be tried again under the same key.
    void release(UUID caller, String key) {
        database.sql("DELETE FROM idempotency WHERE caller = ? AND key = ? AND status IS NULL")
                .params(caller, key)
                .update();
    }

    private void forgetOld() {
        var now = clock.instant();
        database.sql(
                        "DELETE FROM idempotency WHERE begun_at < ? OR (status IS NULL AND begun_at < ?)")
                .params(Timestamp.from(now.minus(KEPT)), Timestamp.from(now.minus(ABANDONED)))
                .update();
    }
}
