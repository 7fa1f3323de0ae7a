package org.foundups.twin.rag.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes a document of a row's named values, whatever the format of the file.
final class RowReading {
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{2}(?:\\.\\d+)?)");
    private static final Pattern UNIX = Pattern.compile("\\d{9,10}|\\d{12,13}");
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}.*");

    private final ImportOptions options;

    RowReading(ImportOptions options) {
        this.options = options;
    }

    /// @param row values by bare name
    ImportRow row(long line, Map<String, String> row) {
        var start = Fields.START.in(row);
        var created = Fields.CREATED_AT.in(row);
        if (start != null && DATED.matcher(start).matches()) {
            if (created == null) created = start;
            start = null;
        }
        var end = Fields.END.in(row);
        var from = seconds(start);
        var until = seconds(end);
        if (start != null && from.isEmpty()) return broken(line, "start_s", start);
        if (end != null && until.isEmpty()) return broken(line, "end_s", end);
        return new ImportRow.Accepted(
                line,
                new MemoryDocument(
                        Fields.TEXT.in(row),
                        answered(row),
                        Fields.SOURCE_ID.in(row),
                        or(Fields.SOURCE_TYPE.in(row), options.sourceType()),
                        Fields.VIDEO_ID.in(row),
                        Fields.VIDEO_TITLE.in(row),
                        from.orElse(null),
                        until.orElse(null),
                        Fields.URL.in(row),
                        or(Fields.SPEAKER.in(row), options.speaker()),
                        Fields.PROVENANCE.in(row),
                        created == null ? null : withOffset(created.strip()),
                        tags(Fields.TAGS.in(row)),
                        or(Fields.PLATFORM.in(row), options.platform()),
                        or(Fields.CHANNEL.in(row), options.channel()),
                        null));
    }

    private static ImportRow broken(long line, String field, String value) {
        return new ImportRow.Broken(
                line,
                field
                        + ": neither seconds nor minutes:seconds: "
                        + value.codePoints()
                                .limit(40)
                                .map(point -> Character.isISOControl(point) ? ' ' : point)
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append));
    }

    /// Where a row holds `comment` and `reply`, the comment is what was answered.
    private static @Nullable String answered(Map<String, String> row) {
        var named = Fields.IN_REPLY_TO.in(row);
        if (named != null) return named;
        var comment = row.get("comment");
        return comment == null || comment.equals(Fields.TEXT.in(row)) ? null : comment;
    }

    /// Reads `12.5`, `1:02` and `1:00:02.5`.
    private static Optional<Double> seconds(@Nullable String value) {
        if (value == null) return Optional.empty();
        var clock = CLOCK.matcher(value.strip());
        if (clock.matches()) {
            var hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
            return Optional.of(
                    hours * 3600.0
                            + Integer.parseInt(clock.group(2)) * 60.0
                            + Double.parseDouble(clock.group(3)));
        }
        try {
            return Optional.of(Double.valueOf(value.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// A time that names its moment, where that can be known; else unchanged, for the rules to
    /// refuse.
    private String withOffset(String time) {
        if (UNIX.matcher(time).matches()) {
            var number = Long.parseLong(time);
            return (time.length() > 10
                            ? Instant.ofEpochMilli(number)
                            : Instant.ofEpochSecond(number))
                    .toString();
        }
        var iso =
                time.length() > 10 && time.charAt(10) == ' '
                        ? time.substring(0, 10) + "T" + time.substring(11).replace(" ", "")
                        : time;
        var zone = options.zone();
        return zone == null ? iso : local(iso, zone).orElse(iso);
    }

    private static Optional<String> local(String time, ZoneId zone) {
        try {
            var moment =
                    time.length() == 10
                            ? LocalDate.parse(time).atStartOfDay()
                            : LocalDateTime.parse(time);
            return Optional.of(moment.atZone(zone).toOffsetDateTime().toString());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static List<String> tags(@Nullable String joined) {
        if (joined == null) return List.of();
        return Arrays.stream(joined.split("[,;|\n]", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static @Nullable String or(@Nullable String value, @Nullable String otherwise) {
        return value == null ? otherwise : value;
    }
}
