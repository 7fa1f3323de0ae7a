package org.foundups.twin.rag.files;

import org.jspecify.annotations.Nullable;

/// Words of one speaker in one cue.
///
/// @param text on one line, not blank
/// @param speaker as documents name them; null if nobody knows
/// @param turn whether another voice begins here
record Utterance(
        long line,
        @Nullable Double start,
        @Nullable Double end,
        String text,
        @Nullable String speaker,
        boolean turn) {}
