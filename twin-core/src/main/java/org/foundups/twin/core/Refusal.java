package org.foundups.twin.core;

import org.jspecify.annotations.Nullable;

/// Why the twin will not write an answer. A refusal is an ordinary result and recorded like any
/// other.
///
/// @param sentence what a person reads
/// @param span what in the target's text it rests on; null if it rests on something else
public record Refusal(Code code, String sentence, @Nullable Span span) {
    /// Every ground for refusing before a model is asked.
    public enum Code {
        KILL_SWITCH,
        OWN_ACCOUNT,
        ALREADY_ANSWERED,
        EMPTY,
        REPOST,
        PROMOTED,
        STALE,
        CRISIS,
        ABUSE,
        SPAM,
        INJECTION,
        PRIVATE_DATA,
        IMPERSONATION,
        DISCLOSURE,
        UNSUPPORTED_LANGUAGE
    }
}
