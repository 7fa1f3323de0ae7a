package org.foundups.twin.rag.video;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foundups.twin.rag.video.VideoFile.Place;
import org.foundups.twin.rag.video.VideoFile.Warning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Makes a [VideoIndex] of a document. Rules I1, I2, C6 and section 4.
final class VideoReading {
    private static final int LONGEST = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final LosslessJson.Parsed parsed;
    private final Place place;
    private final List<Warning> warnings;

    /// What holds the members: the root, or the one object of a list.
    private final JsonNode members;

    private VideoReading(LosslessJson.Parsed parsed, Place place) {
        this.parsed = parsed;
        this.place = place;
        this.warnings = new ArrayList<>(parsed.warnings());
        this.members = members(parsed.root());
    }

    static VideoIndex of(LosslessJson.Parsed parsed, Place place) {
        return new VideoReading(parsed, place).read();
    }

    /// A list is one of segments, unless it holds a single object that is a video file.
    private static JsonNode members(JsonNode root) {
        if (root.isObject()) return root;
        if (root.isArray() && root.size() == 1 && isVideo(root.path(0))) return root.path(0);
        return MissingNode.getInstance();
    }

    private static boolean isVideo(JsonNode node) {
        return node.isObject()
                && (node.has("audio") || (node.has("video_id") && !TrackReading.isSegment(node)));
    }

    private VideoIndex read() {
        var id = videoId();
        var duration = duration();
        var label = Label.of(parsed.root());
        var tracks =
                new TrackReading(
                                members.isMissingNode() ? parsed.root() : members,
                                Label.of(members),
                                duration,
                                place.settings().creators(),
                                parsed.lines())
                        .tracks(id);
        return new VideoIndex(
                label,
                id,
                channel(),
                text(members.path("title")).orElse(null),
                duration,
                Moment.of(members.path("indexed_at"), place.settings().zone()).orElse(null),
                category(),
                texts(members.path("metadata").path("topics")),
                tracks,
                TrainingData.of(members, tracks, place.settings().zone()).orElse(null),
                warnings,
                parsed.root());
    }

    private String videoId() {
        var named = text(members.path("video_id"));
        if (named.isPresent() && ID.matcher(named.get()).matches()) {
            if (!named.get().equals(place.stem()))
                warn(
                        "stem_differs",
                        "the file is called " + place.stem() + ", the video " + named.get());
            return named.get();
        }
        if (members.has("video_id"))
            warn("invalid_video_id", "its video_id is no id; the file's name is taken");
        var stem = place.stem();
        if (ID.matcher(stem).matches()) return stem;
        var cleaned = stem.replaceAll("[^A-Za-z0-9_-]+", "_");
        warn("invalid_stem", "the file's name is no id either; " + cleaned + " is taken");
        return cleaned.isEmpty() ? "_" : cleaned.substring(0, Math.min(100, cleaned.length()));
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }

    /// A channel that the operator names stands above the folder, which may be any folder.
    private @Nullable String channel() {
        var settings = place.settings();
        var named =
                text(members.path("channel"))
                        .or(() -> Optional.ofNullable(settings.channel()))
                        .or(() -> Optional.of(place.folder()))
                        .map(settings::channelNamed)
                        .filter(name -> !name.isEmpty());
        if (named.isEmpty()) warn("no_channel", "nothing says whose channel it is");
        return named.orElse(null);
    }

    private @Nullable BigDecimal duration() {
        return Seconds.of(members.path("duration"))
                .filter(seconds -> seconds.signum() > 0)
                .or(() ->
                        Seconds.of(members.path("metadata").path("duration"))
                                .filter(seconds -> seconds.signum() > 0))
                .orElse(null);
    }

    private @Nullable String category() {
        return text(members.path("metadata").path("content_category"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse(null);
    }

    /// What is read here is stored with every passage and every route, so a monstrous title must
    /// not cost the words of the video.
    private static Optional<String> text(JsonNode node) {
        return node.isString()
                ? Optional.of(StorableText.of(node.asString()).strip())
                        .filter(text -> !text.isEmpty())
                        .map(text -> text.length() > LONGEST ? shortened(text) : text)
                : Optional.empty();
    }

    private static String shortened(String text) {
        return StorableText.of(text.substring(0, LONGEST));
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isArray()) for (var element : node) text(element).ifPresent(texts::add);
        return texts;
    }
}
