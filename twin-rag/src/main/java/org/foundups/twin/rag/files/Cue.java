package org.foundups.twin.rag.files;

import org.jspecify.annotations.Nullable;

/// What a transcript shows at a time.
///
/// @param line where it begins in the file, counted from 1
/// @param start seconds from 0; null if the file does not say
/// @param end seconds; null if the file does not say, or if it lies before the start
/// @param text without markup; the lines of a cue stand apart by `\n`
/// @param speaker as the file names them; null if it does not
record Cue(
        long line,
        @Nullable Double start,
        @Nullable Double end,
        String text,
        @Nullable String speaker) {
    Cue {
        if (start != null && end != null && end < start) end = null;
        if (speaker != null && speaker.isBlank()) speaker = null;
    }

    /// This cue with other words, which begin and end with it.
    Cue saying(String other) {
        return new Cue(line, start, end, other, speaker);
    }
}
