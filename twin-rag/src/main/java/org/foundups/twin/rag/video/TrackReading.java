package org.foundups.twin.rag.video;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.foundups.twin.rag.video.Track.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/// Reads the tracks of a file, each by itself. Rules T1, T2 and C1, C7.
///
/// @param root of the file, or the object that holds it
/// @param label of that root
/// @param duration of the video; null if unknown
/// @param creators names of the creator, lower case
/// @param lines where objects begin, by identity
record TrackReading(
        JsonNode root,
        Label label,
        @Nullable BigDecimal duration,
        Set<String> creators,
        IdentityHashMap<JsonNode, Integer> lines) {
    private static final List<String> TEXT = List.of("text", "content", "summary");
    private static final List<String> START =
            List.of("start", "start_time", "t_start", "timestamp_sec");
    private static final List<String> END = List.of("end", "end_time", "t_end", "end_sec");

    static boolean isSegment(JsonNode node) {
        return node.isObject() && present(node, TEXT).isString();
    }

    List<Track> tracks(String videoId) {
        var tracks = new ArrayList<Track>();
        tracks.add(track(videoId, Kind.PRIMARY, primary()));
        other("youtube_transcript")
                .ifPresent(list -> tracks.add(track(videoId, Kind.CAPTIONS, list)));
        other("whisper_transcript")
                .ifPresent(list -> tracks.add(track(videoId, Kind.WHISPER, list)));
        return Confirmation.of(tracks);
    }

    private JsonNode primary() {
        var lists =
                Stream.of(root.path("audio").path("segments"), root.path("segments"), root)
                        .filter(JsonNode::isArray)
                        .toList();
        var full = lists.stream().filter(list -> !list.isEmpty()).findFirst();
        if (full.isPresent()) return full.get();
        if (root.path("transcript").isString()) return plain(root.path("transcript").asString());
        return lists.isEmpty() ? MissingNode.getInstance() : lists.getFirst();
    }

    /// A transcript in one piece: one segment from 0 to 0.
    private static JsonNode plain(String text) {
        var segments = JsonNodeFactory.instance.arrayNode();
        segments.addObject().put("text", text).put("start", 0).put("end", 0);
        return segments;
    }

    private Optional<JsonNode> other(String name) {
        var list = root.path(name);
        return list.isArray() && !list.isEmpty() ? Optional.of(list) : Optional.empty();
    }

    private Track track(String videoId, Kind kind, JsonNode list) {
        var origin = OriginRules.of(new OriginRules.Evidence(root, kind, list));
        var times = SegmentTimes.of(timed(list), root, label, kind, duration);
        var segments = new ArrayList<Segment>();
        var ordinal = 0;
        var rejected = 0;
        for (var element : list) {
            if (!element.isObject()) {
                rejected++;
                ordinal++;
                continue;
            }
            var time = times.get(segments.size());
            segments.add(
                    new Segment(
                            videoId + ":" + kind.id() + ":" + ordinal,
                            ordinal,
                            lines.getOrDefault(element, 0),
                            text(element),
                            time.start(),
                            time.end(),
                            time.effectiveEnd(),
                            time.inferred(),
                            speaker(element),
                            origin,
                            element));
            ordinal++;
        }
        return new Track(kind, segments.isEmpty() ? Origin.none() : origin, segments, rejected);
    }

    /// The times as they stand.
    private static List<SegmentTimes.Stored> timed(JsonNode list) {
        var stored = new ArrayList<SegmentTimes.Stored>();
        for (var element : list) {
            if (element.isObject())
                stored.add(
                        new SegmentTimes.Stored(
                                present(element, START), present(element, END), text(element)));
        }
        return stored;
    }

    private Speaker speaker(JsonNode element) {
        var named = element.path("speaker");
        return Speaker.of(named.isString() ? named.asString() : null, creators);
    }

    private static String text(JsonNode element) {
        var node = present(element, TEXT);
        return node.isString() ? node.asString() : "";
    }

    /// The first member that is there and not null.
    private static JsonNode present(JsonNode element, List<String> names) {
        for (var name : names) {
            var node = element.path(name);
            if (!node.isMissingNode() && !node.isNull()) return node;
        }
        return MissingNode.getInstance();
    }
}
