package org.foundups.twin.rag.files;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// YouTube's own captions as JSON (`json3`): events in milliseconds, whose words stand in `segs`.
/// An event that appends (`aAppend`) mostly adds a line end; it repeats nothing.
final class CaptionEvents {
    static final Set<String> LISTS = Set.of("events");

    private CaptionEvents() {}

    static CueSource read(InputStream bytes) {
        return new JsonCues(bytes, LISTS, CaptionEvents::cue);
    }

    /// Events without words define windows and pens.
    private static Optional<CueSource.Heard> cue(long line, JsonNode event) {
        var text =
                StreamSupport.stream(event.path("segs").spliterator(), false)
                        .map(segment -> segment.path("utf8").asString(""))
                        .collect(Collectors.joining());
        if (text.isBlank()) return Optional.empty();
        var start = CueTime.number(event.path("tStartMs").asString(""), 0.001);
        if (start.isEmpty())
            return JsonCues.broken(line, "its tStartMs is no number of milliseconds");
        var lasts = CueTime.number(event.path("dDurationMs").asString(""), 0.001);
        return JsonCues.spoken(
                new Cue(
                        line,
                        start.get(),
                        lasts.flatMap(time -> CueTime.possible(start.get() + time)).orElse(null),
                        CueMarkup.decoded(text),
                        null));
    }
}
