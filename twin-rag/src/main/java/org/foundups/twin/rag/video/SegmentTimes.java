package org.foundups.twin.rag.video;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.foundups.twin.rag.video.Track.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The times of a track's segments: what is known, and what follows from it. Rules C1 to C5.
final class SegmentTimes {
    private SegmentTimes() {}

    /// Start, end and text as they stand.
    record Stored(JsonNode start, JsonNode end, String text) {}

    /// A segment's time as it is understood.
    ///
    /// @param inferred whether the effective end is not the stored one
    record Time(
            @Nullable BigDecimal start,
            @Nullable BigDecimal end,
            @Nullable BigDecimal effectiveEnd,
            boolean inferred) {}

    private record Known(@Nullable BigDecimal start, @Nullable BigDecimal end) {}

    /// Understands the times of a track.
    ///
    /// @return one time for each, in their order
    static List<Time> of(
            List<Stored> stored,
            JsonNode root,
            Label label,
            Kind kind,
            @Nullable BigDecimal duration) {
        var known = known(stored, label, kind, unreadable(root));
        var starts = new TreeSet<BigDecimal>();
        for (var time : known) if (time.start() != null) starts.add(time.start());
        return known.stream().map(time -> effective(time, starts, duration)).toList();
    }

    private static List<Known> known(
            List<Stored> stored, Label label, Kind kind, Map<String, Deque<Boolean>> unreadable) {
        var primary = kind == Kind.PRIMARY;
        var untimed = primary && label == Label.TRANSCRIPT_ASK && isUntimed(stored);
        var known = new ArrayList<Known>();
        for (var segment : stored) {
            var start = Seconds.of(segment.start()).orElse(null);
            var end = Seconds.of(segment.end()).orElse(null);
            if (primary && label == Label.GEMINI) {
                if (!known.isEmpty() && isUnreadMark(segment.start())) start = null;
                if (isUnreadMark(segment.end())) end = null;
            }
            if (primary && wasUnreadable(segment, start, unreadable)) start = null;
            known.add(new Known(untimed ? null : start, end));
        }
        return known;
    }

    /// The writer's mark for a time it could not read: the literal 0.0, where it writes integers.
    private static boolean isUnreadMark(JsonNode node) {
        return node.isNumber() && !node.isIntegralNumber() && node.asDouble() == 0;
    }

    /// Without timestamps every line became a segment at 0:00.
    private static boolean isUntimed(List<Stored> stored) {
        return stored.size() > 1
                && stored.stream()
                        .allMatch(segment ->
                                Seconds.of(segment.start())
                                        .filter(start -> start.signum() == 0)
                                        .isPresent());
    }

    private static boolean wasUnreadable(
            Stored segment, @Nullable BigDecimal start, Map<String, Deque<Boolean>> unreadable) {
        var entries = unreadable.get(segment.text());
        if (entries == null || entries.isEmpty()) return false;
        return entries.removeFirst() && start != null && start.signum() == 0;
    }

    /// Of the entries an answer came from, by their text: whether their time cannot be read. An
    /// entry without text made no segment.
    private static Map<String, Deque<Boolean>> unreadable(JsonNode root) {
        var entries = new HashMap<String, Deque<Boolean>>();
        for (var entry : root.path("gemini_summary").path("ask_segments")) {
            var summary = entry.path("summary");
            var text =
                    summary.isString() && !summary.asString().isEmpty()
                            ? summary
                            : entry.path("topic");
            if (!text.isString()) continue;
            entries.computeIfAbsent(text.asString(), _ -> new ArrayDeque<>())
                    .add(Seconds.of(entry.path("time")).isEmpty());
        }
        return entries;
    }

    private static Time effective(
            Known time, NavigableSet<BigDecimal> starts, @Nullable BigDecimal duration) {
        var start = time.start();
        var end = time.end();
        if (start == null) return new Time(null, end, end, false);
        if (end != null && end.compareTo(start) > 0) return new Time(start, end, end, false);
        var next = starts.higher(start);
        var follows = next != null ? next : later(duration, start);
        return new Time(start, end, follows, follows != null);
    }

    private static @Nullable BigDecimal later(@Nullable BigDecimal duration, BigDecimal start) {
        return duration != null && duration.compareTo(start) > 0 ? duration : null;
    }
}
