package org.foundups.twin.rag.files;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times of cues as files write them.
final class CueTime {
    /// Nothing lasts longer than 10,000 hours; what says so is broken.
    private static final double LONGEST = 36_000_000;

    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2}(?:[.,]\\d{1,9})?)");

    private CueTime() {}

    /// Reads `00:01:02,500`, `01:02.500` and `1:00:02`.
    ///
    /// @return seconds; empty if it is none of these
    static Optional<Double> clock(String written) {
        var clock = CLOCK.matcher(written.strip());
        if (!clock.matches()) return Optional.empty();
        var hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
        var minutes = Integer.parseInt(clock.group(2));
        var seconds = Double.parseDouble(clock.group(3).replace(',', '.'));
        if (seconds >= 60 || (minutes >= 60 && clock.group(1) != null)) return Optional.empty();
        return possible(hours * 3600.0 + minutes * 60.0 + seconds);
    }

    /// Reads a number.
    ///
    /// @param unit seconds in one of it
    /// @return seconds; empty if it is no number, or no possible time
    static Optional<Double> number(@Nullable String written, double unit) {
        if (written == null) return Optional.empty();
        try {
            return possible(Double.parseDouble(written.strip()) * unit);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// A time in whole milliseconds.
    ///
    /// @return empty for NaN, a negative or an enormous time
    static Optional<Double> possible(double seconds) {
        return seconds >= 0 && seconds <= LONGEST
                ? Optional.of(Math.round(seconds * 1000) / 1000.0)
                : Optional.empty();
    }
}
