package org.foundups.twin.api;

import org.foundups.twin.core.Span;
import org.jspecify.annotations.Nullable;

/// Positions as callers count them: in code points, the unit of Python strings and of RFC 3629
/// text, not in the UTF-16 units of Java.
final class CodePoints {
    private CodePoints() {}

    static ConsiderationView.@Nullable SpanView span(String text, @Nullable Span span) {
        if (span == null) return null;
        var start = Math.min(span.start(), text.length());
        var end = Math.min(span.end(), text.length());
        return new ConsiderationView.SpanView(
                text.codePointCount(0, start), text.codePointCount(0, end));
    }
}
