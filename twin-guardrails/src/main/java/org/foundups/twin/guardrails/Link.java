package org.foundups.twin.guardrails;

import org.foundups.twin.core.Span;

/// A way out of the platform that a text names.
///
/// @param address in lower case; of a web address the host alone, without "www."
/// @param span in the original text
/// @param from index in the folded text, inclusive
/// @param to index in the folded text, exclusive
record Link(Kind kind, String address, Span span, int from, int to) {
    enum Kind {
        WEB,
        EMAIL,
        HANDLE,
        PHONE,
        WALLET
    }
}
