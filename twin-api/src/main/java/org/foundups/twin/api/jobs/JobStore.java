package org.foundups.twin.api.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Jobs in the database.
final class JobStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    JobStore(JdbcClient database) {
        this.database = database;
    }

    void insert(Job job) {
        database.sql(
                        "INSERT INTO job (id, kind, state, parameters, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        job.id(),
                        job.kind(),
                        job.state().name(),
                        job.parameters(),
                        Timestamp.from(job.createdAt()))
                .update();
    }

    Optional<Job> find(UUID id) {
        return database.sql("SELECT * FROM job WHERE id = ?")
                .param(id)
                .query(JobStore::row)
                .optional();
    }

    /// Newest first.
    List<Job> page(Instant before, int limit) {
        return database.sql(
                        "SELECT * FROM job WHERE created_at < ? ORDER BY created_at DESC, id LIMIT ?")
                .params(Timestamp.from(before), limit)
                .query(JobStore::row)
                .list();
    }

    long count(JobState state) {
        return database.sql("SELECT count(*) FROM job WHERE state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    /// Jobs a service that is no more left behind.
    List<Job> unfinished() {
        return database.sql(
                        "SELECT * FROM job WHERE state IN ('QUEUED', 'RUNNING') ORDER BY created_at")
                .query(JobStore::row)
                .list();
    }

    /// Changes the state if it is still what the caller saw.
    boolean change(UUID id, JobState from, JobState to, Instant now, @Nullable String message) {
        return database.sql(
                                """
                                UPDATE job SET state = ?, message = COALESCE(?, message),
                                  started_at = CASE WHEN ? = 'RUNNING' THEN COALESCE(started_at, ?) ELSE started_at END,
                                  ended_at = CASE WHEN ? THEN ?::timestamptz ELSE NULL END
                                WHERE id = ? AND state = ?
                                """)
                        .param(to.name())
                        .param(message)
                        .param(to.name())
                        .param(Timestamp.from(now))
                        .param(to.over())
                        .param(Timestamp.from(now))
                        .param(id)
                        .param(from.name())
                        .update()
                > 0;
    }

    void progress(
            UUID id,
            long done,
            @Nullable Long total,
            long failed,
            long skipped,
            @Nullable String current,
            List<JobError> errors) {
        database.sql(
                        """
                        UPDATE job SET done = ?, total = ?, failed = ?, skipped = ?, current = ?, errors = ?
                        WHERE id = ?
                        """)
                .param(done)
                .param(total)
                .param(failed)
                .param(skipped)
                .param(current)
                .param(JSON.writeValueAsString(errors))
                .param(id)
                .update();
    }

    private static Job row(ResultSet row, int number) throws SQLException {
        var total = row.getLong("total");
        var known = row.wasNull() ? null : Long.valueOf(total);
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                JobState.valueOf(row.getString("state")),
                row.getString("parameters"),
                row.getLong("done"),
                known,
                row.getLong("failed"),
                row.getLong("skipped"),
                row.getString("current"),
                JSON.readValue(row.getString("errors"), new TypeReference<List<JobError>>() {}),
                row.getString("message"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
