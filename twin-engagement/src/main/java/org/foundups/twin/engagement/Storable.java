package org.foundups.twin.engagement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What comes from outside, in a form PostgreSQL takes.
final class Storable {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int REPLACEMENT = 0xFFFD;

    private Storable() {}

    /// The text with U+FFFD in place of NUL and of halves of surrogate pairs, which neither
    /// PostgreSQL nor UTF-8 can hold.
    static String text(String text) {
        if (text.codePoints().noneMatch(Storable::unstorable)) return text;
        return text.codePoints()
                .map(point -> unstorable(point) ? REPLACEMENT : point)
                .collect(
                        () -> new StringBuilder(text.length()),
                        StringBuilder::appendCodePoint,
                        StringBuilder::append)
                .toString();
    }

    static @Nullable String optionalText(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /// To the microsecond, as the database keeps it, and within the years 1 to 9999.
    static OffsetDateTime time(Instant instant) {
        var within =
                instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return within.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime optionalTime(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    static boolean unstorable(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
