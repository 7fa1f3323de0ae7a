package org.foundups.twin.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.foundups.twin.core.Circumstances;
import org.foundups.twin.core.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks up what stands in the way of an answer, all at one moment.
public final class Standing {
    /// Of several emergency stops the widest is named. A cooldown the target itself began is not in
    /// its way; see [Cooldowns].
    private static final String LOOK_UP =
            """
            SELECT
                (SELECT reason FROM control
                    WHERE active AND (platform IS NULL OR platform = :platform)
                        AND (account_id IS NULL OR account_id = :account)
                    ORDER BY platform NULLS FIRST, account_id NULLS FIRST LIMIT 1) AS kill_switch,
                (SELECT answered_at FROM answer
                    WHERE target_id = :target AND account_id = :account) AS answered_at,
                (SELECT until FROM cooldown
                    WHERE platform = :platform AND account_id = :account AND scope = 'thread'
                        AND subject = :thread AND held_by <> :target AND until > :now) AS thread_until,
                (SELECT until FROM cooldown
                    WHERE platform = :platform AND account_id = :account AND scope = 'author'
                        AND subject = :author AND held_by <> :target AND until > :now) AS author_until
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    public Standing(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The circumstances of considering a target now, for the account that would act.
    ///
    /// @param targetRef what [Targets#observe] gave for the target
    /// @throws org.springframework.dao.DataAccessException if the database cannot be used; nothing
    ///   may be considered then, for the emergency stop may be on
    public Circumstances circumstances(UUID targetRef, Target target) {
        var now = clock.instant();
        return database.sql(LOOK_UP)
                .param("platform", target.account().platform().id())
                .param("account", target.account().id())
                .param("target", targetRef)
                .param("thread", target.threadId())
                .param("author", target.author().id())
                .param("now", Storable.time(now))
                .query((row, number) -> circumstances(now, row))
                .single();
    }

    private static Circumstances circumstances(Instant now, ResultSet row) throws SQLException {
        return new Circumstances(
                now,
                row.getString("kill_switch"),
                instant(row, "answered_at"),
                instant(row, "thread_until"),
                instant(row, "author_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
