package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foundups.twin.rag.files.CueSource.Heard;
import org.foundups.twin.rag.video.Segment;
import org.foundups.twin.rag.video.Speaker;
import org.foundups.twin.rag.video.Track;
import org.foundups.twin.rag.video.VideoIndex;

/// The passages of one track of a video. Spoken words are cut as those of any transcript; of a
/// summary each segment stands by itself, because two of them are about different matters.
final class TrackPassages implements RowSource {
    private final VideoIndex video;
    private final ImportOptions options;
    private final String track;
    private final Iterator<List<Segment>> pieces;
    private List<Segment> piece = List.of();
    private RowSource passages = Optional::empty;
    private int passage;
    private final Set<String> ids = new HashSet<>();
    private boolean ended;

    private TrackPassages(
            VideoIndex video, Track track, List<List<Segment>> pieces, ImportOptions options) {
        this.video = video;
        this.options = options;
        this.track = track.kind().id();
        this.pieces = pieces.iterator();
    }

    static RowSource of(VideoIndex video, Track track, ImportOptions options) {
        var speech = track.speech();
        var spoken = !speech.isEmpty() && speech.stream().allMatch(s -> s.origin().isVerbatim());
        var pieces = spoken ? List.of(speech) : speech.stream().map(List::of).toList();
        return new TrackPassages(video, track, pieces, options);
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        while (true) {
            var row = passages.next();
            // What a piece calls whole is a part of the track.
            if (row.isPresent() && row.get() instanceof ImportRow.Whole) continue;
            if (row.isPresent()) return row.map(this::inVideo);
            if (!pieces.hasNext()) return whole();
            piece = pieces.next();
            passage = 0;
            passages = passages(piece);
        }
    }

    private RowSource passages(List<Segment> segments) {
        var cues = segments.stream().map(TrackPassages::cue).iterator();
        CueSource source = () -> cues.hasNext() ? Optional.of(cues.next()) : Optional.empty();
        var name = new VideoName(video.videoId(), video.title(), null);
        return new TranscriptPassages(source, track, name, options);
    }

    private static Heard cue(Segment segment) {
        var start = segment.start();
        var end = segment.effectiveEnd();
        return new Heard.Spoken(
                new Cue(
                        segment.line(),
                        start == null ? null : start.doubleValue(),
                        end == null ? null : end.doubleValue(),
                        segment.text(),
                        switch (segment.speaker()) {
                            case Speaker.Creator(var name) -> name;
                            case Speaker.Other(var name) -> name;
                            case Speaker.Unknown _ -> null;
                        }));
    }

    private Optional<ImportRow> whole() {
        if (ended) return Optional.empty();
        ended = true;
        var prefix = video.videoId() + ":" + track + ":";
        return Optional.of(new ImportRow.Whole(1, video.videoId(), prefix, ids));
    }

    private ImportRow inVideo(ImportRow row) {
        return switch (row) {
            case ImportRow.Accepted(var line, var document) ->
                    new ImportRow.Accepted(line, inVideo(document));
            case ImportRow.Broken _, ImportRow.Video _, ImportRow.Whole _ -> row;
        };
    }

    /// A segment has a key of its own; spoken words are known by where they begin.
    private MemoryDocument inVideo(MemoryDocument document) {
        var segment = piece.getFirst();
        var alone = piece.size() == 1;
        passage++;
        var id = alone ? segment.key() + (passage > 1 ? "-" + passage : "") : document.sourceId();
        if (id != null) ids.add(id);
        return document.inVideo(
                id,
                segment.origin().isVerbatim() ? "verbatim" : "paraphrase",
                video.topics().stream().limit(20).toList(),
                video.channel());
    }
}
