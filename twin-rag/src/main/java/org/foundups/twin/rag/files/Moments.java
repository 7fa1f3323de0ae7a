package org.foundups.twin.rag.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as archives write them.
final class Moments {
    private static final Pattern UTC =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})[ T]{1,3}(\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)(?: ?UTC|Z)?");

    /// `Wed Oct 10 20:19:24 +0000 2018`; the names of days and months are those of RFC 5322.
    private static final DateTimeFormatter TWEET =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.US);

    private static final Pattern DATED =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})(?:[T ]{1,3}(\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?)?"
                            + " ?(?:(Z|[+-]\\d{2}):?(\\d{2})?)?");

    private Moments() {}

    /// `2023-05-01 12:34:56`, with or without `UTC` behind it, in UTC; everything else unchanged.
    static @Nullable String utc(@Nullable String written) {
        if (written == null) return null;
        var match = UTC.matcher(written.strip());
        return match.matches() ? match.group(1) + "T" + match.group(2) + "Z" : written.strip();
    }

    /// The first such time in a sentence; null if it holds none.
    static @Nullable String utcIn(String sentence) {
        var match = UTC.matcher(sentence);
        return match.find() ? match.group(1) + "T" + match.group(2) + "Z" : null;
    }

    static @Nullable String tweet(@Nullable String written) {
        if (written == null) return null;
        try {
            return ZonedDateTime.parse(written.strip(), TWEET).toInstant().toString();
        } catch (DateTimeException _) {
            return written;
        }
    }

    /// A date of front matter, with or without a time and an offset; without both it is of the
    /// zone, and UTC if there is none, as the generator Hugo has it. Everything else unchanged.
    ///
    /// @see <a href="https://gohugo.io/configuration/all/#timezone">Hugo</a>
    static @Nullable String dated(@Nullable String written, @Nullable ZoneId zone) {
        if (written == null) return null;
        var match = DATED.matcher(written.strip());
        if (!match.matches()) return written;
        var time = match.group(2) == null ? "00:00" : match.group(2);
        var seconds = match.group(3) == null ? ":00" : match.group(3);
        var moment = match.group(1) + "T" + time + seconds;
        if (match.group(4) == null) return zone == null ? moment + "Z" : moment;
        return moment + match.group(4) + (match.group(5) == null ? "" : ":" + match.group(5));
    }

    /// Null if it does not name its moment.
    static @Nullable Instant moment(@Nullable String written) {
        if (written == null) return null;
        try {
            return OffsetDateTime.parse(written.strip()).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
