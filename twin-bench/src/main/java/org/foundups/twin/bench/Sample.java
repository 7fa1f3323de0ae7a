package org.foundups.twin.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Times of the same thing done many times.
///
/// @param nanos rising
record Sample(String what, List<Long> nanos, Duration whole) {
    Sample {
        nanos = List.copyOf(nanos);
    }

    static Sample of(String what, Collection<Long> nanos, Duration whole) {
        return new Sample(what, nanos.stream().sorted().toList(), whole);
    }

    /// The smallest time that so large a part of all stays within (nearest rank).
    ///
    /// @param part above 0, up to 1
    double millis(double part) {
        if (nanos.isEmpty()) return Double.NaN;
        var rank = (int) Math.ceil(part * nanos.size());
        return nanos.get(Math.max(0, rank - 1)) / 1e6;
    }

    double perSecond() {
        return nanos.size() / (whole.toNanos() / 1e9);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-44s %6d  p50 %8.2f ms  p99 %8.2f ms  max %8.2f ms  %8.1f /s",
                what,
                nanos.size(),
                millis(0.5),
                millis(0.99),
                millis(1),
                perSecond());
    }

    @Override
    public String toString() {
        return line();
    }
}
