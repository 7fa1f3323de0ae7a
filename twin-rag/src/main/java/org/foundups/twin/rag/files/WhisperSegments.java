package org.foundups.twin.rag.files;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The JSON of openai-whisper and of programs that follow it (faster-whisper, WhisperX), whose
/// `segments` have seconds; and of whisper.cpp, whose `transcription` has milliseconds.
final class WhisperSegments {
    static final Set<String> LISTS = Set.of("segments", "transcription");

    private WhisperSegments() {}

    static CueSource read(InputStream bytes) {
        return new JsonCues(bytes, LISTS, WhisperSegments::cue);
    }

    private static Optional<CueSource.Heard> cue(long line, JsonNode segment) {
        var text = segment.path("text");
        if (!text.isString()) return JsonCues.broken(line, "a segment without a text");
        var start = time(segment, "start", "from");
        var end = time(segment, "end", "to");
        if (start.isEmpty() && (present(segment.path("start")) || segment.has("offsets")))
            return JsonCues.broken(line, "its start is no number of seconds");
        var speaker = segment.path("speaker");
        return JsonCues.spoken(
                new Cue(
                        line,
                        start.orElse(null),
                        end.orElse(null),
                        CueMarkup.decoded(text.asString()),
                        speaker.isString() ? speaker.asString() : null));
    }

    private static Optional<Double> time(JsonNode segment, String seconds, String milliseconds) {
        var named = segment.path(seconds);
        return present(named)
                ? CueTime.number(named.asString(""), 1)
                : CueTime.number(segment.path("offsets").path(milliseconds).asString(""), 0.001);
    }

    private static boolean present(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }
}
