package org.foundups.twin.core;

import org.jspecify.annotations.Nullable;

/// A failure, as opposed to a refusal: something did not work. The code says what, its kind says
/// whose turn it is; nobody decides on the message.
public final class TwinException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Whose turn it is: only OUTSIDE and CAPACITY are worth a retry.
    public enum Kind {
        CALLER,
        OUTSIDE,
        CAPACITY,
        BUG
    }

    /// What failed. The names are part of the REST contract.
    public enum Code {
        VALIDATION(Kind.CALLER),
        UNAUTHENTICATED(Kind.CALLER),
        FORBIDDEN(Kind.CALLER),
        NOT_FOUND(Kind.CALLER),
        CONFLICT(Kind.CALLER),
        DUPLICATE(Kind.CALLER),
        STALE_VERSION(Kind.CALLER),
        IDEMPOTENCY_MISMATCH(Kind.CALLER),
        NOT_APPROVED(Kind.CALLER),
        LEASE_EXPIRED(Kind.CALLER),
        ACCOUNT_MISMATCH(Kind.CALLER),
        CONTENT_CHANGED(Kind.CALLER),
        TARGET_GONE(Kind.CALLER),
        KILL_SWITCH(Kind.CALLER),
        TOO_LARGE(Kind.CALLER),
        RATE_LIMITED(Kind.CAPACITY),
        CAPACITY(Kind.CAPACITY),
        MODEL_UNAVAILABLE(Kind.OUTSIDE),
        UNAVAILABLE(Kind.OUTSIDE),
        INTERNAL(Kind.BUG);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }

    private final Code code;

    /// @param message likely cause and next step, fit to be shown to a caller
    public TwinException(Code code, String message) {
        this(code, message, null);
    }

    /// @param message likely cause and next step, fit to be shown to a caller
    public TwinException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    public Kind kind() {
        return code.kind();
    }
}
