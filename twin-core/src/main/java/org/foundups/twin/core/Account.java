package org.foundups.twin.core;

/// One platform account that acts. Identity is by id, never by display name.
///
/// @param id the platform's own identifier, not blank
public record Account(Platform platform, String id) {
    public Account {
        if (id.isBlank()) throw new IllegalArgumentException("an account has an id");
    }
}
