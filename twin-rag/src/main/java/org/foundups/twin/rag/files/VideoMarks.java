package org.foundups.twin.rag.files;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// By what content the index file of a video is told, whichever of its writers it is by.
final class VideoMarks {
    /// Each of them only such a file has.
    private static final Set<String> MARKS =
            Set.of(
                    "indexer",
                    "transcript_source",
                    "gemini_summary",
                    "repaired_at",
                    "training_data",
                    "youtube_transcript",
                    "whisper_transcript",
                    "audio.segments",
                    "audio.transcript_summary",
                    "audio.extraction_method",
                    ".audio");

    private static final Set<String> STARTS =
            Set.of(".start", ".start_time", ".t_start", ".timestamp_sec");

    private static final Set<String> TEXTS = Set.of(".text", ".content", ".summary");

    /// What a segment may hold beside; anything else makes a list one of other things.
    private static final Set<String> SEGMENT =
            Set.of(
                    ".start",
                    ".start_time",
                    ".t_start",
                    ".timestamp_sec",
                    ".end",
                    ".end_time",
                    ".t_end",
                    ".end_sec",
                    ".text",
                    ".content",
                    ".summary",
                    ".speaker",
                    ".segment_type",
                    ".topics",
                    ".confidence",
                    ".quality_tier",
                    ".quality_confidence",
                    ".quality_reason",
                    "._corrections");

    private VideoMarks() {}

    static boolean isVideoIndex(Beginning file) {
        var head = file.head().stripLeading();
        if (!head.startsWith("{") && !head.startsWith("[")) return false;
        var names = JsonNames.of(file);
        return !Collections.disjoint(names, MARKS) || isPlain(names) || isList(names);
    }

    private static boolean isList(Set<String> names) {
        var elements = new HashSet<>(names);
        elements.remove("");
        return isSegments(elements);
    }

    /// Segments at the root, of a video that is named or of one that the file's name names. Speech
    /// recognition writes more than that.
    private static boolean isPlain(Set<String> names) {
        if (!names.contains("segments")) return false;
        if (names.contains("video_id")) return true;
        var elements = new HashSet<String>();
        for (var name : names) {
            if (name.startsWith("segments.")) elements.add(name.substring("segments".length()));
            else if (!name.equals("segments") && !name.isEmpty()) return false;
        }
        return isSegments(elements);
    }

    private static boolean isSegments(Set<String> names) {
        return !names.isEmpty()
                && SEGMENT.containsAll(names)
                && !Collections.disjoint(names, STARTS)
                && !Collections.disjoint(names, TEXTS);
    }
}
