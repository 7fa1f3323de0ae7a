package org.foundups.twin.api.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A caller who showed a valid key.
public final class KeyAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient ApiKey key;

    KeyAuthentication(ApiKey key) {
        super(authorities(key));
        this.key = key;
        setAuthenticated(true);
    }

    static String authority(Scope scope) {
        return "SCOPE_" + scope.id();
    }

    private static List<GrantedAuthority> authorities(ApiKey key) {
        return key.scopes().stream()
                .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority(authority(scope)))
                .toList();
    }

    /// The key that was shown.
    public ApiKey key() {
        return key;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return key.id().toString();
    }
}
