package org.foundups.twin.rag.files;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

/// By what content transcripts are told.
final class TranscriptMarks {
    private static final Pattern WEB_VTT = Pattern.compile("\\s*WEBVTT(?![A-Za-z0-9])");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");
    private static final Pattern TIMES =
            Pattern.compile("\\s*(\\d{1,4}:)?\\d{1,2}:\\d{1,2}[.,]\\d{1,9}\\s*-->.*");
    private static final Pattern FIRST_ELEMENT =
            Pattern.compile("<(?:\\w{1,40}:)?([A-Za-z]\\w{0,40})");

    /// What only speech recognition writes: a list of segments alone could be anything.
    private static final Set<String> WHISPER =
            Set.of(
                    "language",
                    "text",
                    "word_segments",
                    "task",
                    "segments.seek",
                    "segments.tokens",
                    "segments.avg_logprob",
                    "segments.no_speech_prob",
                    "segments.words");

    /// What the index of a video writes beside its segments.
    private static final Set<String> INDEX =
            Set.of("video_id", "audio", "indexer", "indexed_at", "source", "transcript_source");

    private static final Set<String> BEFORE_SEGMENTS =
            Set.of("text", "task", "language", "duration", "");

    /// A document's text is much shorter; the text of a whole talk may be longer than what is
    /// looked at.
    private static final int LONGEST_TEXT = 60_000;

    private TranscriptMarks() {}

    static boolean isWebVtt(Beginning file) {
        return WEB_VTT.matcher(file.head()).lookingAt();
    }

    /// A line of times comes first, or after a number.
    static boolean isSubRip(Beginning file) {
        var lines = file.lines();
        var first = NUMBER.matcher(lines.getFirst()).matches() && lines.size() > 1 ? 1 : 0;
        return TIMES.matcher(lines.get(first)).matches();
    }

    static boolean isXml(Beginning file) {
        if (!file.head().stripLeading().startsWith("<")) return false;
        var root = FIRST_ELEMENT.matcher(file.head());
        return root.find() && XmlTranscript.ROOTS.contains(root.group(1));
    }

    static boolean isJson3(Beginning file) {
        if (!isObject(file)) return false;
        var names = JsonNames.of(file);
        return names.contains("events")
                && (names.contains("wireMagic") || names.contains("events.tStartMs"));
    }

    static boolean isWhisper(Beginning file) {
        if (!isObject(file)) return false;
        var names = JsonNames.of(file);
        if (!Collections.disjoint(names, INDEX)) return false;
        if (names.contains("transcription.offsets")) return true;
        if (names.contains("segments.text")) return !Collections.disjoint(names, WHISPER);
        return names.contains("text")
                && BEFORE_SEGMENTS.containsAll(names)
                && file.head().length() > LONGEST_TEXT;
    }

    private static boolean isObject(Beginning file) {
        return file.head().stripLeading().startsWith("{");
    }
}
