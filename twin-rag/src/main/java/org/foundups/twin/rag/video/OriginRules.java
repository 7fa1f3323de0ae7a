package org.foundups.twin.rag.video;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.foundups.twin.rag.video.Track.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How the words of a track came about: the nearest mark wins. Rules V1 to V8.
final class OriginRules {
    /// What a rule may look at.
    ///
    /// @param list the track's elements
    record Evidence(JsonNode root, Kind kind, JsonNode list) {
        boolean says(String name, String... values) {
            var node = root.path(name);
            return node.isString() && Set.of(values).contains(node.asString());
        }

        boolean hasContentKeys() {
            return list.valueStream().anyMatch(element -> element.has("content"));
        }
    }

    private interface Rule extends Function<Evidence, @Nullable Origin> {}

    private static final List<Rule> IN_ORDER =
            List.of(
                    track -> track.list().isEmpty() ? Origin.none() : null,
                    track -> track.kind() == Kind.WHISPER ? Origin.verbatim("whisper_track") : null,
                    OriginRules::captions,
                    track ->
                            Label.wasAsked(track.root())
                                    ? Origin.paraphrase("ask_unverified")
                                    : null,
                    track ->
                            track.says("transcript_source", "whisper", "youtube")
                                    ? Origin.verbatim("transcript_source")
                                    : null,
                    OriginRules::modelSummary,
                    track -> track.says("indexer", "whisper") ? Origin.verbatim("indexer") : null);

    private OriginRules() {}

    static Origin of(Evidence track) {
        for (var rule : IN_ORDER) {
            var origin = rule.apply(track);
            if (origin != null) return origin;
        }
        return Origin.paraphrase("no_evidence");
    }

    private static @Nullable Origin captions(Evidence track) {
        var scraped = track.says("source", "youtube_dom");
        return track.kind() == Kind.CAPTIONS || scraped ? Origin.verbatim("caption_track") : null;
    }

    private static @Nullable Origin modelSummary(Evidence track) {
        var summary =
                track.says("transcript_source", "gemini", "stacked")
                        || track.says("indexer", "gemini")
                        || track.hasContentKeys();
        return summary ? Origin.paraphrase("model_summary") : null;
    }
}
