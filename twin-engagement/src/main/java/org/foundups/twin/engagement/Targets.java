package org.foundups.twin.engagement;

import java.sql.Types;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.IdentityQuality;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.Target;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Every target that was ever seen, with everything it ever said. Safe for use by several threads
/// and several nodes.
public final class Targets {
    /// A target that is new gets its first wording at once.
    private static final String SEE =
            """
            WITH seen AS (
                INSERT INTO target (id, platform, identity, key, kind, container_id, parent_id,
                    author_id, author_name, url, published_at, first_seen_at, last_seen_at)
                VALUES (:id, :platform, :identity, :key, :kind, :container, :parent, :author,
                    :name, :url, :published, :now, :now)
                ON CONFLICT (platform, identity, key) DO UPDATE
                    SET last_seen_at = GREATEST(target.last_seen_at, EXCLUDED.last_seen_at)
                RETURNING id),
            worded AS (
                INSERT INTO target_version (target_id, number, text, edited_at, seen_at)
                SELECT id, 1, :text, :edited, :now FROM seen WHERE id = :id)
            SELECT id FROM seen WHERE set_config('synchronous_commit',
                COALESCE(:commit, current_setting('synchronous_commit')), true) <> ''
            """;

    private static final String LAST_WORDING =
            """
            SELECT text, edited_at FROM target_version WHERE target_id = :target
            ORDER BY number DESC LIMIT 1
            """;
    private static final String KEEP_WORDING =
            """
            INSERT INTO target_version (target_id, number, text, edited_at, seen_at)
            SELECT :target, COALESCE(max(number), 0) + 1, :text, :edited, :now
            FROM target_version WHERE target_id = :target
            """;
    private static final String PRIOR_ACTIONS =
            """
            SELECT action FROM (
                SELECT action, decided_at AS at FROM consideration
                WHERE target_id = :target AND account_id = :account
                    AND action IN ('comment', 'like', 'heart')
                UNION ALL
                SELECT 'comment', answered_at FROM answer
                WHERE target_id = :target AND account_id = :account
            ) AS earlier GROUP BY action ORDER BY min(at), action
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    public Targets(
            JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Takes note of a target. Seen again, by whomever and however many at once, it is the same.
    ///
    /// @param persona whose accounts count as the creator's own, beside the account that would act
    /// @throws TwinException of kind CALLER if an identifier in it is none
    /// @throws org.springframework.dao.DataAccessException if the database cannot be used
    public Observation observe(Target target, Persona persona) {
        return observe(target, persona, null);
    }

    /// The same for callers who are told nothing before a later transaction was committed. Its
    /// commit forces this one to disk as well, so this one does not wait.
    ///
    /// @throws TwinException of kind CALLER if an identifier in it is none
    /// @throws org.springframework.dao.DataAccessException if the database cannot be used
    public Observation observeOnTheWay(Target target, Persona persona) {
        return observe(target, persona, "off");
    }

    private Observation observe(Target target, Persona persona, @Nullable String commit) {
        Identifiers.check(target);
        return transaction.execute(ignored -> observed(target, persona, commit));
    }

    private Observation observed(Target target, Persona persona, @Nullable String commit) {
        var identity = target.id() == null ? IdentityQuality.FINGERPRINT : IdentityQuality.EXACT;
        var now = Storable.time(clock.instant());
        var fresh = UUID.randomUUID();
        // The row stays locked to the end of the transaction, so wordings are compared one by one.
        var wording = Wording.of(target);
        var id = seen(fresh, target, identity, wording, now, commit);
        if (id.equals(fresh)) {
            return new Observation(id, identity, true, false, own(target, persona), List.of());
        }
        return new Observation(
                id,
                identity,
                false,
                changed(id, wording, now),
                own(target, persona),
                priorActions(id, target.account()));
    }

    private UUID seen(
            UUID fresh,
            Target target,
            IdentityQuality identity,
            Wording wording,
            OffsetDateTime now,
            @Nullable String commit) {
        var key = target.id() == null ? Fingerprint.of(target) : target.id();
        var published = Storable.optionalTime(target.publishedAt());
        return database.sql(SEE)
                .param("id", fresh)
                .param("platform", target.account().platform().id())
                .param("identity", identity.id())
                .param("key", key)
                .param("kind", target.kind().id())
                .param("container", target.containerId())
                .param("parent", target.parentId())
                .param("author", target.author().id())
                .param("name", Storable.optionalText(target.author().name()))
                .param("url", Storable.optionalText(target.url()))
                .param("published", published, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("text", wording.text())
                .param("edited", wording.editedAt(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", now)
                .param("commit", commit, Types.VARCHAR)
                .query(UUID.class)
                .single();
    }

    private boolean changed(UUID id, Wording wording, OffsetDateTime now) {
        var before = lastWording(id);
        var changed = before.isPresent() && wording.changed(before.get());
        if (before.isEmpty() || changed) keep(id, wording, now);
        return changed;
    }

    private Optional<Wording> lastWording(UUID id) {
        return database.sql(LAST_WORDING)
                .param("target", id)
                .query((row, number) ->
                        new Wording(
                                row.getString("text"),
                                row.getObject("edited_at", OffsetDateTime.class)))
                .optional();
    }

    private void keep(UUID id, Wording wording, OffsetDateTime now) {
        database.sql(KEEP_WORDING)
                .param("target", id)
                .param("text", wording.text())
                .param("edited", wording.editedAt(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", now)
                .update();
    }

    private List<String> priorActions(UUID id, Account account) {
        return database.sql(PRIOR_ACTIONS)
                .param("target", id)
                .param("account", account.id())
                .query((row, number) -> row.getString("action"))
                .list();
    }

    private static boolean own(Target target, Persona persona) {
        var author = target.author().id();
        if (author == null || author.isBlank()) return false;
        var writer = new Account(target.account().platform(), author);
        return writer.equals(target.account()) || persona.ownAccounts().contains(writer);
    }
}
