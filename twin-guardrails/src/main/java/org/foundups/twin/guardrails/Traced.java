package org.foundups.twin.guardrails;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.foundups.twin.core.Span;

/// A changed copy of a text with the way back: character `i` of the copy stands for the characters
/// `starts[i]` (inclusive) to `ends[i]` (exclusive) of the original.
final class Traced {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Traced(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    String text() {
        return text;
    }

    /// A copy in which nothing is changed yet.
    static Traced unchanged(String original) {
        var builder = new Builder(original.length());
        for (int i = 0; i < original.length(); i++) builder.add(original.charAt(i), i, i + 1);
        return builder.build();
    }

    /// What a person sees where the copy has `from` (inclusive) to `to` (exclusive).
    Span span(int from, int to) {
        if (from >= to) return emptySpan(from);
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (int i : new int[] {from, to - 1}) {
            start = Math.min(start, starts[i]);
            end = Math.max(end, ends[i]);
        }
        return new Span(start, end);
    }

    private Span emptySpan(int at) {
        int start = at < text.length() ? starts[at] : text.isEmpty() ? 0 : ends[text.length() - 1];
        return new Span(start, start);
    }

    /// The same copy with stretches of it replaced.
    ///
    /// @param corrections in the order of the text, without overlaps
    Traced corrected(List<Correction> corrections) {
        var builder = new Builder(text.length() + 16);
        int copied = 0;
        for (var correction : corrections) {
            var span = correction.span();
            for (; copied < span.start(); copied++) builder.add(this, copied);
            var origin = span(span.start(), span.end());
            builder.add(correction.replacement(), origin.start(), origin.end());
            copied = span.end();
        }
        for (; copied < text.length(); copied++) builder.add(this, copied);
        return builder.build();
    }

    /// The same copy with every character exchanged for another one of the same width.
    Traced mapped(IntUnaryOperator letter) {
        var changed = text.toCharArray();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = (char) letter.applyAsInt(changed[i]);
        }
        return new Traced(new String(changed), starts, ends);
    }

    /// The same copy read from its end.
    Traced reversed() {
        var builder = new Builder(text.length());
        for (int i = text.length() - 1; i >= 0; i--) {
            builder.add(text.charAt(i), starts[i], ends[i]);
        }
        return builder.build();
    }

    /// The same copy, all of which stands for one stretch of the original.
    Traced standingFor(Span span) {
        var builder = new Builder(text.length());
        for (int i = 0; i < text.length(); i++) {
            builder.add(text.charAt(i), span.start(), span.end());
        }
        return builder.build();
    }

    /// Takes up characters with their origin.
    static final class Builder {
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int capacity) {
            text = new StringBuilder(capacity);
            starts = new int[Math.max(16, capacity)];
            ends = new int[Math.max(16, capacity)];
        }

        void add(char character, int start, int end) {
            if (text.length() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            starts[text.length()] = start;
            ends[text.length()] = end;
            text.append(character);
        }

        void add(CharSequence characters, int start, int end) {
            for (int i = 0; i < characters.length(); i++) add(characters.charAt(i), start, end);
        }

        /// Takes over one character of another copy, with its origin.
        void add(Traced other, int index) {
            add(other.text.charAt(index), other.starts[index], other.ends[index]);
        }

        /// Adds a character that stands for the same as one of another copy.
        void add(char character, Traced other, int index) {
            add(character, other.starts[index], other.ends[index]);
        }

        Traced build() {
            return new Traced(text.toString(), starts, ends);
        }
    }
}
