package org.foundups.twin.api.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of a key; the key itself is shown once and then only its hash is kept.
public record ApiKey(
        UUID id,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /// Whether the key opens a route that needs the scope.
    public boolean allows(Scope scope) {
        return scopes.contains(scope);
    }
}
