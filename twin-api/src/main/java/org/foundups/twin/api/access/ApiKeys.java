package org.foundups.twin.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The keys of this service: 256 random bits each, stored as SHA-256, which suffices for secrets
/// that nobody can guess.
public final class ApiKeys {
    private static final String PREFIX = "twin_";
    private static final Duration LAST_USE_GRAIN = Duration.ofMinutes(1);

    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final int REMEMBERED = 1_000;

    private final JdbcClient database;
    private final InstantSource clock;
    private final Map<String, Known> lately = new ConcurrentHashMap<>();
    private final AtomicInteger revocations = new AtomicInteger();
    private final SecureRandom random = new SecureRandom();

    public ApiKeys(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Makes a key.
    ///
    /// @param name what it is for, 1 to 100 characters
    public CreatedKey create(String name, Set<Scope> scopes) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var key = new ApiKey(UUID.randomUUID(), name, scopes, clock.instant(), null, null);
        database.sql(
                        "INSERT INTO api_key (id, name, hash, scopes, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        key.id(),
                        name,
                        hash(secret),
                        written(scopes),
                        Timestamp.from(key.createdAt()))
                .update();
        return new CreatedKey(key, secret);
    }

    /// Finds the key a secret belongs to, unless it was revoked, and notes that it was used. A key
    /// revoked here is refused at once; one revoked by another node of this service, within a
    /// second.
    public Optional<ApiKey> authenticate(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > 100) return Optional.empty();
        var hash = hash(secret);
        var known = lately.get(hash);
        if (known != null && known.holdsAt(clock.instant())) return Optional.of(known.key());
        var before = revocations.get();
        var found = lookedUp(hash);
        found.ifPresent(key -> remember(hash, key, before));
        return found;
    }

    /// Unless a key was revoked while this one was looked up: it might be the same.
    private void remember(String hash, ApiKey key, int before) {
        if (lately.size() >= REMEMBERED) lately.clear();
        lately.put(hash, new Known(key, clock.instant()));
        if (revocations.get() != before) lately.clear();
    }

    private Optional<ApiKey> lookedUp(String hash) {
        var found =
                database.sql("SELECT * FROM api_key WHERE hash = ? AND revoked_at IS NULL")
                        .param(hash)
                        .query(ApiKeys::row)
                        .optional();
        found.ifPresent(this::noteUse);
        return found;
    }

    /// Once a minute is precise enough and spares a write per call.
    private void noteUse(ApiKey key) {
        var now = clock.instant();
        var last = key.lastUsedAt();
        if (last != null && last.plus(LAST_USE_GRAIN).isAfter(now)) return;
        database.sql("UPDATE api_key SET last_used_at = ? WHERE id = ?")
                .params(Timestamp.from(now), key.id())
                .update();
    }

    /// All keys, revoked ones too, oldest first.
    public List<ApiKey> all() {
        return database.sql("SELECT * FROM api_key ORDER BY created_at, id")
                .query(ApiKeys::row)
                .list();
    }

    /// Makes a key useless from now on.
    ///
    /// @return false if there is no such key or it was revoked before
    public boolean revoke(UUID id) {
        var revoked =
                database.sql(
                                "UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                        .params(Timestamp.from(clock.instant()), id)
                        .update();
        revocations.incrementAndGet();
        lately.clear();
        return revoked > 0;
    }

    /// A key that was valid a moment ago.
    private record Known(ApiKey key, Instant at) {
        /// A clock set back makes it unknown, not valid for longer.
        boolean holdsAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(TRUSTED));
        }
    }

    private static ApiKey row(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                read(row.getString("scopes")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static String written(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::id).collect(Collectors.joining(" "));
    }

    private static Set<Scope> read(String scopes) {
        return Arrays.stream(scopes.split(" ", -1))
                .flatMap(name -> Scope.of(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
