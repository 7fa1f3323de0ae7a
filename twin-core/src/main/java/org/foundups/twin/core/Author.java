package org.foundups.twin.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who wrote something. The name is what the platform displays: anybody may choose it, so nothing
/// is decided by it.
///
/// @param id the platform's identifier, if it gives one
/// @param roles as the platform reports them: owner, moderator, member, subscriber, verified
public record Author(@Nullable String id, @Nullable String name, Set<String> roles) {
    public Author {
        roles = Set.copyOf(roles);
    }
}
