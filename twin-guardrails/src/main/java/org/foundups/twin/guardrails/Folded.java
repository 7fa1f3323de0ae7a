package org.foundups.twin.guardrails;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.foundups.twin.core.Span;

/// A copy of a text made for matching, with the way back: character `i` of the copy stands for the
/// characters `starts[i]` (inclusive) to `ends[i]` (exclusive) of the original.
final class Folded {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Folded(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    String text() {
        return text;
    }

    /// What a person sees where the copy has `from` (inclusive) to `to` (exclusive).
    Span span(int from, int to) {
        if (from >= to) return new Span(0, 0);
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (int i : new int[] {from, to - 1}) {
            start = Math.min(start, starts[i]);
            end = Math.max(end, ends[i]);
        }
        return new Span(start, end);
    }

    /// The same copy with every character exchanged for another one of the same width.
    Folded mapped(IntUnaryOperator letter) {
        var changed = text.toCharArray();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = (char) letter.applyAsInt(changed[i]);
        }
        return new Folded(new String(changed), starts, ends);
    }

    /// The same copy read from its end.
    Folded reversed() {
        var builder = new Builder(text.length());
        for (int i = text.length() - 1; i >= 0; i--) {
            builder.add(text.charAt(i), starts[i], ends[i]);
        }
        return builder.build();
    }

    /// The same copy, all of which stands for one stretch of the original.
    Folded standingFor(Span span) {
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
        void add(Folded other, int index) {
            add(other.text.charAt(index), other.starts[index], other.ends[index]);
        }

        /// Adds a character that stands for the same as one of another copy.
        void add(char character, Folded other, int index) {
            add(character, other.starts[index], other.ends[index]);
        }

        Folded build() {
            return new Folded(text.toString(), starts, ends);
        }
    }
}
