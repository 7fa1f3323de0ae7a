package org.foundups.twin.rag.video;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads a time as exact seconds. Rules C2 and C3: whatever is not one of the known forms is
/// unknown, and never zero.
final class Seconds {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,9}):([0-5]?\\d)|(\\d{1,9})):([0-5]?\\d(?:\\.\\d+)?)");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final int LONGEST = 60;

    private Seconds() {}

    static Optional<BigDecimal> of(JsonNode node) {
        if (node.isString()) return of(node.asString());
        if (!node.isNumber() || node.isDouble()) return Optional.empty();
        return known(node.decimalValue());
    }

    /// Reads `12.5`, `2:05`, `75:10` and `1:04:10`.
    static Optional<BigDecimal> of(String text) {
        var time = text.strip();
        if (time.length() > LONGEST) return Optional.empty();
        if (NUMBER.matcher(time).matches()) return known(new BigDecimal(time));
        var clock = CLOCK.matcher(time);
        if (!clock.matches()) return Optional.empty();
        var seconds = new BigDecimal(clock.group(4));
        var minutes = new BigDecimal(clock.group(3) == null ? clock.group(2) : clock.group(3));
        var hours = new BigDecimal(clock.group(1) == null ? "0" : clock.group(1));
        return Optional.of(hours.multiply(SIXTY).add(minutes).multiply(SIXTY).add(seconds));
    }

    private static Optional<BigDecimal> known(BigDecimal seconds) {
        return seconds.signum() < 0 ? Optional.empty() : Optional.of(seconds);
    }
}
