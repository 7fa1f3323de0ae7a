package org.foundups.twin.rag.video;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A piece of a track.
///
/// @param key video, track and ordinal: start times are not unique
/// @param ordinal its place in the track's list, from 0; elements that are no segments keep theirs
/// @param line where it begins in the file, counted from 1; 0 if nobody knows
/// @param text as it stands; may be empty
/// @param start in seconds; null if unknown
/// @param end in seconds as stored; null if unknown
/// @param effectiveEnd the end, else what follows from the segments around it; null if unknown
/// @param endInferred whether the effective end is not the stored one
/// @param origin how its words came about
/// @param stored the element itself
public record Segment(
        String key,
        int ordinal,
        long line,
        String text,
        @Nullable BigDecimal start,
        @Nullable BigDecimal end,
        @Nullable BigDecimal effectiveEnd,
        boolean endInferred,
        Speaker speaker,
        Origin origin,
        JsonNode stored) {
    /// One sound cue in brackets, or what may stand between two.
    private static final Pattern CUE =
            Pattern.compile("\\[[^\\]]*\\]|\\([^)]*\\)|【[^】]*】|（[^）]*）|[♪♫\\s\\p{Punct}]");

    private static final int LONGEST_CUE = 2_000;

    /// Whether somebody says something: a text made of sound cues such as `[music]` is no speech.
    public boolean isSpeech() {
        if (text.length() > LONGEST_CUE) return true;
        var cue = CUE.matcher(text);
        for (int at = 0; at < text.length(); at = cue.end()) {
            if (!cue.region(at, text.length()).lookingAt()) return true;
        }
        return false;
    }
}
