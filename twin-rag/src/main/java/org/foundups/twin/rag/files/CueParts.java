package org.foundups.twin.rag.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts of one cue, one after another.
final class CueParts {
    private CueParts() {}

    /// @param text not blank
    record Part(String text, @Nullable String speaker) {}

    /// Gives every part its share of the cue's time, by characters.
    static List<Cue> share(Cue whole, List<Part> parts) {
        var total = parts.stream().mapToInt(part -> part.text().length()).sum();
        var cues = new ArrayList<Cue>();
        var before = 0;
        for (var part : parts) {
            var after = before + part.text().length();
            cues.add(
                    new Cue(
                            whole.line(),
                            before == 0 ? whole.start() : at(whole, before, total),
                            after == total ? whole.end() : at(whole, after, total),
                            part.text(),
                            part.speaker()));
            before = after;
        }
        return cues;
    }

    private static @Nullable Double at(Cue whole, int characters, int total) {
        return at(whole.start(), whole.end(), (double) characters / total);
    }

    /// The time at a share of a cue, in whole milliseconds; its start where its end is unknown.
    static @Nullable Double at(@Nullable Double start, @Nullable Double end, double share) {
        if (start == null || end == null) return start;
        return Math.round((start + (end - start) * share) * 1000) / 1000.0;
    }
}
