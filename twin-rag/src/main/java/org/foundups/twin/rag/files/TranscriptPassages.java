package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foundups.twin.rag.video.StorableText;
import org.jspecify.annotations.Nullable;

/// Cuts a transcript into passages that a question can find: whole sentences of one speaker, each
/// with its place in the video. A cue that cannot be read ends the passage before it, because words
/// on both sides of it were not said together.
final class TranscriptPassages implements RowSource {
    /// Beyond so many passages older versions are left alone, so that memory stays bounded.
    private static final int MOST_IDS = 100_000;

    private final CueSource cues;
    private final String track;
    private final VideoName video;
    private final ImportOptions options;
    private final Utterances utterances;
    private final Stretch stretch;
    private final Deque<ImportRow> pending = new ArrayDeque<>();
    private boolean ended;
    private boolean faulty;
    private final Set<String> ids = new HashSet<>();
    private long latest = -1;
    private int round = 1;

    /// @param track captions or whisper: where a transcript of the video comes from
    TranscriptPassages(CueSource cues, String track, VideoName video, ImportOptions options) {
        this.cues = cues;
        this.track = track;
        this.video = video;
        this.options = options;
        this.utterances = new Utterances(options);
        this.stretch = new Stretch(video.locale());
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        while (pending.isEmpty() && !ended) {
            var heard = cues.next();
            if (heard.isEmpty()) {
                finish();
                whole().ifPresent(pending::add);
                ended = true;
            } else {
                switch (heard.get()) {
                    case CueSource.Heard.Broken(var line, var reason) -> lose(line, reason);
                    case CueSource.Heard.Spoken(var cue) -> take(cue);
                }
            }
        }
        return Optional.ofNullable(pending.pollFirst());
    }

    private void take(Cue cue) {
        if (!storable(cue.text())) {
            lose(cue.line(), "a cue with bytes that are not its encoding's, or half a character");
            return;
        }
        for (var utterance : utterances.in(cue)) {
            if (stretch.endsBefore(utterance)) finish();
            stretch.add(utterance);
            for (var next = stretch.next(); next.isPresent(); next = stretch.next())
                pending.add(row(next.get()));
        }
    }

    private void lose(long line, String reason) {
        finish();
        faulty = true;
        pending.add(new ImportRow.Broken(line, reason));
    }

    private void finish() {
        for (var next = stretch.rest(); next.isPresent(); next = stretch.rest())
            pending.add(row(next.get()));
    }

    /// U+FFFD stands for malformed bytes.
    private static boolean storable(String text) {
        return text.indexOf('\uFFFD') < 0 && StorableText.is(text);
    }

    private ImportRow row(Stretch.Passage passage) {
        return new ImportRow.Accepted(
                passage.line(),
                new MemoryDocument(
                        passage.text(),
                        null,
                        sourceId(passage),
                        "video_transcript",
                        video.id(),
                        video.title(),
                        passage.start(),
                        passage.end(),
                        url(passage.start()),
                        passage.speaker(),
                        "verbatim",
                        null,
                        List.of(),
                        video.onYouTube() ? "youtube" : options.platform(),
                        options.channel(),
                        null));
    }

    /// The place in the video, so that the same passage is found again and a corrected one replaces
    /// it. Where times do not rise, a number of the round keeps passages apart.
    private @Nullable String sourceId(Stretch.Passage passage) {
        if (video.id() == null) return null;
        var start = passage.start();
        var place = start == null ? passage.line() : Math.round(start * 1000);
        if (place <= latest) round++;
        latest = place;
        var id =
                prefix(video.id())
                        + (start == null ? "line-" : "")
                        + place
                        + (round > 1 ? "-" + round : "");
        ids.add(id);
        return id;
    }

    private String prefix(String videoId) {
        return videoId + ":" + track + ":";
    }

    /// A transcript with faults may lack what an older version had.
    private Optional<ImportRow> whole() {
        var id = video.id();
        return id == null || faulty || ids.isEmpty() || ids.size() > MOST_IDS
                ? Optional.empty()
                : Optional.of(new ImportRow.Whole(1, id, prefix(id), ids));
    }

    private @Nullable String url(@Nullable Double start) {
        if (!video.onYouTube()) return null;
        var address = "https://www.youtube.com/watch?v=" + video.id();
        return start == null ? address : address + "&t=" + (long) Math.floor(start);
    }
}
