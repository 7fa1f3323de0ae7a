package org.foundups.twin.drafter;

import java.util.Optional;

/// A server answered with a status other than 200.
final class BadStatus extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;
    private final transient Optional<String> later;

    /// @param later the Retry-After header
    BadStatus(int status, String body, Optional<String> later) {
        super("status " + status);
        this.status = status;
        this.body = body;
        this.later = later;
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }

    Optional<String> later() {
        return later;
    }
}
