package org.foundups.twin.api.access;

/// A key at the one moment in which its secret is known.
public record CreatedKey(ApiKey key, String secret) {
    @Override
    public String toString() {
        return "CreatedKey[" + key.id() + "]";
    }
}
