package org.foundups.twin.rag.files;

import java.util.Set;
import org.foundups.twin.rag.video.Speaker;
import org.jspecify.annotations.Nullable;

/// Tells names from what transcripts write where they do not know who speaks.
final class SpeakerName {
    /// A document's speaker has at most as many characters.
    private static final int LONGEST = 200;

    private SpeakerName() {}

    /// Whether it is somebody's name, and no description or number.
    static boolean known(@Nullable String name) {
        return name != null
                && name.length() <= LONGEST
                && !(Speaker.of(name, Set.of()) instanceof Speaker.Unknown);
    }
}
