package org.foundups.twin.rag.video;

import java.util.List;
import java.util.Locale;

/// One reading of what is said in a video. A file may hold several, and none replaces another.
///
/// @param origin of the track as a whole
/// @param segments in the order of the file
/// @param rejected how many elements were no objects
public record Track(Kind kind, Origin origin, List<Segment> segments, int rejected) {
    /// Which reading it is.
    public enum Kind {
        PRIMARY,
        CAPTIONS,
        WHISPER;

        /// The name in keys, lower case.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Track {
        segments = List.copyOf(segments);
    }

    /// The segments in which somebody says something.
    public List<Segment> speech() {
        return segments.stream().filter(Segment::isSpeech).toList();
    }

    /// Whether the speaker of any speech is known.
    public boolean knowsSpeakers() {
        return speech().stream()
                .anyMatch(segment -> !(segment.speaker() instanceof Speaker.Unknown));
    }
}
