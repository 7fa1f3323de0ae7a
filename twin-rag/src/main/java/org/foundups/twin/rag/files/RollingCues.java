package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Captions that roll: a cue shows again what the one before showed, and adds to it. Lets only the
/// new words through. What somebody says twice stays, unless the track is known to roll.
final class RollingCues implements CueSource {
    /// Cues so close touch, in seconds; programs round.
    private static final double TOUCH = 0.1;

    /// Automatic captions of YouTube show the finished line for 10 ms of its own.
    private static final double FLASH = 0.05;

    /// Fewer words than these may be said twice in a row.
    private static final int REPEATED_WORDS = 3;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final CueSource cues;
    private @Nullable Cue before;
    private List<String> shown = List.of();
    private boolean rolls;

    RollingCues(CueSource cues) {
        this.cues = cues;
    }

    @Override
    public Optional<Heard> next() throws IOException {
        for (; ; ) {
            var heard = cues.next();
            if (heard.isEmpty() || !(heard.get() instanceof Heard.Spoken(var cue))) return heard;
            var fresh = fresh(cue);
            if (!fresh.isBlank()) return Optional.of(new Heard.Spoken(cue.saying(fresh)));
        }
    }

    private String fresh(Cue cue) {
        var lines =
                Arrays.stream(cue.text().split("\n", -1))
                        .map(line -> BLANKS.matcher(line.strip()).replaceAll(" "))
                        .filter(line -> !line.isEmpty())
                        .toList();
        var previous = before;
        var old = shown;
        before = cue;
        shown = lines;
        if (previous == null || !(rolls || touches(previous, cue))) return String.join("\n", lines);
        var repeated = repeatedLines(old, lines);
        if (repeated == lines.size() && !(rolls || flashes(cue))) repeated = 0;
        if (repeated > 0) {
            rolls = true;
            return String.join("\n", lines.subList(repeated, lines.size()));
        }
        return withoutRepeatedWords(String.join(" ", old), String.join("\n", lines));
    }

    private static boolean touches(Cue previous, Cue cue) {
        var start = cue.start();
        var end = previous.end();
        return start != null && end != null && start - end < TOUCH;
    }

    private static boolean flashes(Cue cue) {
        var start = cue.start();
        var end = cue.end();
        return start != null && end != null && end - start < FLASH;
    }

    /// How many lines at the beginning are those at the end of the cue before.
    private static int repeatedLines(List<String> old, List<String> lines) {
        for (int count = Math.min(old.size(), lines.size()); count > 0; count--) {
            if (old.subList(old.size() - count, old.size()).equals(lines.subList(0, count)))
                return count;
        }
        return 0;
    }

    /// Some programs join the lines of a rolling cue, or let a line grow word by word.
    private String withoutRepeatedWords(String old, String text) {
        var said = List.of(old.split(" ", -1));
        var words = List.of(text.split("[ \n]", -1));
        for (int count = Math.min(said.size(), words.size() - 1);
                count >= REPEATED_WORDS;
                count--) {
            if (said.subList(said.size() - count, said.size()).equals(words.subList(0, count))) {
                rolls = true;
                return String.join(" ", words.subList(count, words.size()));
            }
        }
        return text;
    }
}
