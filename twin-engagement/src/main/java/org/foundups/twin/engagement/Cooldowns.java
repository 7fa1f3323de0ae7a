package org.foundups.twin.engagement;

import java.time.Instant;
import java.util.UUID;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Lets a thread and an author rest after an account decided to comment. A cooldown starts with the
/// decision, not with the posting: of two comments decided at the same moment only one may stand.
///
/// A cooldown belongs to the target it was decided for and never stands in that target's own way: a
/// comment may be looked at again, and its suggestion be renewed, as often as somebody likes. That
/// it is not answered twice is not a matter of time and is seen to elsewhere.
///
/// Threads and authors count by the platform's ids. What has none cannot be let rest.
public final class Cooldowns {
    /// Waits for whoever holds the row just now; then takes it if it is free, or was its own.
    private static final String HOLD =
            """
            INSERT INTO cooldown (platform, account_id, scope, subject, held_by, until)
            VALUES (:platform, :account, :scope, :subject, :target, :until)
            ON CONFLICT (platform, account_id, scope, subject)
                DO UPDATE SET held_by = EXCLUDED.held_by, until = EXCLUDED.until
                WHERE cooldown.until <= :now OR cooldown.held_by = EXCLUDED.held_by
            """;

    private final JdbcClient database;
    private final int authorFactor;

    /// Cooldowns in this database.
    ///
    /// @param authorFactor how many times as long as the thread an author rests, at least 0
    public Cooldowns(JdbcClient database, int authorFactor) {
        if (authorFactor < 0) throw new IllegalArgumentException("the author factor is below 0");
        this.database = database;
        this.authorFactor = authorFactor;
    }

    /// Starts the cooldowns of a decision to comment, in the surrounding transaction.
    ///
    /// @return false if another target's cooldown stands in the way: the transaction must then be
    ///   rolled back, for one of the two rows may have been taken
    /// @throws IllegalStateException outside a transaction
    public boolean tryHold(Decision decision) {
        if (decision.action() != Action.COMMENT) {
            throw new IllegalArgumentException("only a comment starts a cooldown");
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a cooldown is held together with what it is for");
        }
        var target = decision.incoming().target();
        var now = decision.incoming().circumstances().now();
        var rest = decision.cooldown();
        // The same order everywhere, thread before author, so that two decisions never deadlock.
        return held(decision, "thread", target.threadId(), now.plus(rest))
                && held(
                        decision,
                        "author",
                        target.author().id(),
                        now.plus(rest.multipliedBy(authorFactor)));
    }

    private boolean held(Decision decision, String scope, @Nullable String subject, Instant until) {
        if (subject == null) return true;
        var incoming = decision.incoming();
        var account = incoming.target().account();
        var rows =
                database.sql(HOLD)
                        .param("platform", account.platform().id())
                        .param("account", account.id())
                        .param("scope", scope)
                        .param("subject", subject)
                        .param("target", UUID.fromString(incoming.targetRef()))
                        .param("until", Storable.time(until))
                        .param("now", Storable.time(incoming.circumstances().now()))
                        .update();
        return rows == 1;
    }
}
