package org.foundups.twin.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.foundups.twin.core.TwinException;
import org.springframework.http.HttpStatus;

/// An error as callers see it (RFC 9457), without anything internal.
///
/// @param errors every violation, for the code VALIDATION
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors) {
    static Problem of(TwinException.Code code, String detail, String path) {
        return of(code, detail, path, List.of());
    }

    static Problem of(TwinException.Code code, String detail, String path, List<Violation> errors) {
        var status = status(code);
        return new Problem(
                "urn:twin:problem:" + code.name().toLowerCase(Locale.ROOT),
                status.getReasonPhrase(),
                status.value(),
                code.name(),
                detail,
                path,
                errors);
    }

    /// The one place where codes become HTTP.
    static HttpStatus status(TwinException.Code code) {
        return switch (code) {
            case VALIDATION -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT,
                    DUPLICATE,
                    NOT_APPROVED,
                    LEASE_EXPIRED,
                    ACCOUNT_MISMATCH,
                    CONTENT_CHANGED ->
                    HttpStatus.CONFLICT;
            case STALE_VERSION -> HttpStatus.PRECONDITION_FAILED;
            case IDEMPOTENCY_MISMATCH -> HttpStatus.valueOf(422);
            case TARGET_GONE -> HttpStatus.GONE;
            case KILL_SWITCH -> HttpStatus.LOCKED;
            case TOO_LARGE -> HttpStatus.valueOf(413);
            case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
            case CAPACITY, MODEL_UNAVAILABLE, UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
