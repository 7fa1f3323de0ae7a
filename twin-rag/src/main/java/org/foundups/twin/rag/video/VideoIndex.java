package org.foundups.twin.rag.video;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foundups.twin.rag.video.Track.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a video index file says, as far as it can be trusted.
///
/// @param label which writer it looks like
/// @param videoId of 1 to 100 letters, digits, dashes and underscores
/// @param channel lower case, by its name of today; null if nobody knows
/// @param duration in seconds; null if unknown
/// @param indexedAt when it was written; null if it does not say
/// @param category lower case; null if the file knows none
/// @param tracks those that the file holds; a primary one always, which may be empty
/// @param training what the enhancement left; null without such a block
/// @param warnings in the order in which they came up
/// @param root the whole file, which may be written again
public record VideoIndex(
        Label label,
        String videoId,
        @Nullable String channel,
        @Nullable String title,
        @Nullable BigDecimal duration,
        @Nullable Moment indexedAt,
        @Nullable String category,
        List<String> topics,
        List<Track> tracks,
        @Nullable TrainingData training,
        List<VideoFile.Warning> warnings,
        JsonNode root) {
    public VideoIndex {
        topics = List.copyOf(topics);
        tracks = List.copyOf(tracks);
        warnings = List.copyOf(warnings);
    }

    /// A track, if the file holds it.
    public Optional<Track> track(Kind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).findFirst();
    }

    /// The best track that knows who speaks: speech recognition, then captions, then the primary.
    public Optional<Track> knowingTrack() {
        return tracks.stream()
                .sorted(Comparator.comparing(Track::kind).reversed())
                .filter(Track::knowsSpeakers)
                .findFirst();
    }

    /// Whether any track holds a segment with text.
    public boolean hasText() {
        return tracks.stream()
                .flatMap(track -> track.segments().stream())
                .anyMatch(segment -> !segment.text().isBlank());
    }

    /// The share of speech that is the creator's on the best track that knows who speaks; empty if
    /// none does.
    public Optional<Share> ownShare() {
        return knowingTrack()
                .map(track -> {
                    var speech = track.speech();
                    var own =
                            speech.stream()
                                    .filter(segment -> segment.speaker() instanceof Speaker.Creator)
                                    .count();
                    return new Share(track.kind(), own, speech.size());
                });
    }

    /// How much of a track is the creator's.
    ///
    /// @param own segments the creator speaks
    /// @param all segments with speech; at least 1
    public record Share(Kind track, long own, long all) {
        /// 0 to 1.
        public double value() {
            return (double) own / all;
        }
    }

    /// Segments whose words may shape the creator's voice if the video is routed to the twin:
    /// verbatim, spoken by the creator.
    public List<Segment> voiceEligible() {
        return tracks.stream()
                .flatMap(track -> track.speech().stream())
                .filter(segment -> segment.origin().isVerbatim())
                .filter(segment -> segment.speaker() instanceof Speaker.Creator)
                .toList();
    }

    /// The file's bytes as they are written back: the same value as was read, whatever writer it
    /// was by.
    public byte[] written() {
        return JsonText.of(root);
    }
}
