package org.foundups.twin.rag.files;

import java.util.Optional;
import java.util.regex.Pattern;

/// Times of a TTML document, by the rates its root names.
///
/// @param framesPerSecond 30 where the document does not say
/// @param ticksPerSecond 1 where it says neither this nor the frames
/// @see <a href="https://www.w3.org/TR/ttml2/#timing-time-value-expressions">TTML2, 12.3</a>
record TtmlTimes(double framesPerSecond, double ticksPerSecond) {
    private static final Pattern FRAMES =
            Pattern.compile("(\\d{1,4}):(\\d{1,2}):(\\d{1,2}):(\\d{1,4})(?:\\.\\d{1,3})?");
    private static final Pattern OFFSET =
            Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)(h|ms|m|s|f|t)");

    static final TtmlTimes PLAIN = new TtmlTimes(30, 1);

    /// @param frameRate and the others as written; empty where not
    static TtmlTimes of(String frameRate, String multiplier, String tickRate) {
        var frames = positive(frameRate).orElse(PLAIN.framesPerSecond());
        var parts = multiplier.strip().split("\\s+|:", -1);
        if (parts.length == 2)
            frames *= positive(parts[0]).orElse(1.0) / positive(parts[1]).orElse(1.0);
        var ticks = positive(tickRate);
        return new TtmlTimes(
                frames, ticks.orElse(frameRate.isBlank() ? PLAIN.ticksPerSecond() : frames));
    }

    private static Optional<Double> positive(String written) {
        return CueTime.number(written, 1).filter(rate -> rate > 0);
    }

    /// Reads a time.
    ///
    /// @return seconds; empty if it is no time
    Optional<Double> read(String written) {
        var plain = written.strip();
        var frames = FRAMES.matcher(plain);
        if (frames.matches())
            return CueTime.clock(plain.substring(0, frames.end(3)))
                    .map(whole -> whole + Integer.parseInt(frames.group(4)) / framesPerSecond)
                    .flatMap(CueTime::possible);
        var offset = OFFSET.matcher(plain);
        return offset.matches()
                ? CueTime.number(offset.group(1), unit(offset.group(2)))
                : CueTime.clock(plain);
    }

    private double unit(String metric) {
        return switch (metric) {
            case "h" -> 3600;
            case "m" -> 60;
            case "s" -> 1;
            case "ms" -> 0.001;
            case "f" -> 1 / framesPerSecond;
            default -> 1 / ticksPerSecond;
        };
    }
}
