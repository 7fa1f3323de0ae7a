package org.foundups.twin.core;

/// A stretch of a text, in Java string indices (UTF-16 code units), end exclusive. The REST
/// interface translates it to code points.
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start)
            throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
}
