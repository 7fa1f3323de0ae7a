package org.foundups.twin.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known when a consideration begins, looked up once so that every rule after it is pure.
///
/// @param now the moment the consideration began
/// @param killSwitch why everything stands still; null if nothing does
/// @param answeredAt when the target was answered before by this account; null if never
/// @param threadCooldownUntil when the account may next comment in the thread; null if it may now
/// @param authorCooldownUntil when the account may next answer the author; null if it may now
public record Circumstances(
        Instant now,
        @Nullable String killSwitch,
        @Nullable Instant answeredAt,
        @Nullable Instant threadCooldownUntil,
        @Nullable Instant authorCooldownUntil) {

    /// Nothing stands in the way.
    public static Circumstances clear(Instant now) {
        return new Circumstances(now, null, null, null, null);
    }
}
