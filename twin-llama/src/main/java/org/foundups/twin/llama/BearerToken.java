package org.foundups.twin.llama;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// The secret a caller must know.
final class BearerToken {
    private static final String SCHEME = "bearer ";

    private final byte[] secret;

    /// @throws EngineFailure of code ARGUMENT if it is too short to be a secret
    BearerToken(String secret) {
        if (secret.strip().length() < 8) {
            throw EngineFailure.argument(
                    "The bearer token has fewer than 8 characters. It is the first line of standard"
                            + " input; with --standalone it comes from --key-file or"
                            + " TWIN_ENGINE_KEY.");
        }
        this.secret = secret.strip().getBytes(StandardCharsets.UTF_8);
    }

    /// Takes the same time wherever the first difference is.
    ///
    /// @param authorization the header of that name; null if there is none
    boolean isIn(@Nullable String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var told = authorization.substring(SCHEME.length()).strip();
        return MessageDigest.isEqual(secret, told.getBytes(StandardCharsets.UTF_8));
    }
}
