package org.foundups.twin.rag.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells who says what in the cues of a transcript, from its first to its last.
///
/// A name of the file's counts; without one, whoever the import names. But once the track shows
/// that several people speak whom it does not name (`>>`, a dash, a second `SPEAKER_01`), nobody
/// knows any more who of them is who: from then on only names count.
final class Utterances {
    /// A mark of dialogue: `>>` anywhere, a dash at the beginning of a line.
    private static final Pattern MARK =
            Pattern.compile(
                    "(?:^|(?<=\\s))>{2,}\\s*|^[-‐–—](?:\\s+|(?=[\\p{Lu}\\p{Lo}¿¡\"“\\[(]))");

    private static final Pattern BRACKETED =
            Pattern.compile("\\[[^\\[\\]]*\\]|\\([^()]*\\)|（[^（）]*）|【[^【】]*】|［[^［］]*］");

    private static final Pattern NOTES = Pattern.compile("[♪♫♬]");
    private static final Pattern SPOKEN = Pattern.compile("[\\p{L}\\p{N}]");

    private final ImportOptions options;
    private @Nullable String label;
    private @Nullable String anonymous;
    private boolean several;
    private boolean turn;

    Utterances(ImportOptions options) {
        this.options = options;
    }

    /// Whether a line is words, and no sound such as `[music]`, `(applause)` or `♪ la la ♪`.
    static boolean speech(String line) {
        var words = BRACKETED.matcher(line).replaceAll(" ").strip();
        return SPOKEN.matcher(words).find()
                && !(NOTES.matcher(words.substring(0, 1)).matches()
                        && NOTES.matcher(words.substring(words.length() - 1)).matches());
    }

    /// What is said in the next cue; nothing if it holds only sounds.
    List<Utterance> in(Cue cue) {
        hear(cue.speaker());
        var parts = new ArrayList<CueParts.Part>();
        var turns = new ArrayList<Boolean>();
        var words = new StringBuilder();
        for (var line : cue.text().split("\n", -1)) {
            var from = 0;
            var marks = MARK.matcher(line.strip());
            while (marks.find()) {
                say(line.strip().substring(from, marks.start()), words);
                close(cue, words, parts, turns);
                from = marks.end();
                turn = true;
                several = true;
            }
            say(line.strip().substring(from), words);
        }
        close(cue, words, parts, turns);
        var spoken = CueParts.share(cue, parts);
        var utterances = new ArrayList<Utterance>();
        for (int i = 0; i < spoken.size(); i++) {
            var said = spoken.get(i);
            utterances.add(
                    new Utterance(
                            said.line(),
                            said.start(),
                            said.end(),
                            said.text(),
                            said.speaker(),
                            turns.get(i)));
        }
        return utterances;
    }

    private void hear(@Nullable String name) {
        var heard = name == null ? null : name.strip().toLowerCase(Locale.ROOT);
        if (!Objects.equals(heard, label)) turn = true;
        label = heard;
        if (heard == null || SpeakerName.known(name)) return;
        if (anonymous != null && !anonymous.equals(heard)) several = true;
        anonymous = heard;
    }

    private static void say(String line, StringBuilder words) {
        if (speech(line)) Spacing.append(words, line);
    }

    /// A later mark does not reach back: whose words they are is settled here.
    private void close(
            Cue cue, StringBuilder words, List<CueParts.Part> parts, List<Boolean> turns) {
        if (words.isEmpty()) return;
        parts.add(new CueParts.Part(words.toString(), speaker(cue.speaker())));
        turns.add(turn);
        words.setLength(0);
        turn = false;
    }

    private @Nullable String speaker(@Nullable String name) {
        if (name == null || !SpeakerName.known(name)) return several ? null : options.speaker();
        return options.isOwn(name) ? options.persona() : name.strip();
    }
}
