package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The cues of a SubRip or WebVTT file. A cue lasts from its line of times to the next such line,
/// so that neither a missing nor a superfluous blank line costs words.
///
/// @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
final class CaptionLines implements CueSource {
    /// No caption comes near it; a file that is no transcript must not fill the memory.
    private static final int LONGEST_CUE = 64 * 1024;

    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");
    private static final Pattern CUT_TIME =
            Pattern.compile("\\d{1,4}:\\d{1,2}(:\\d{0,2})?[.,\\d\\s-]*");
    private static final Pattern ASIDE = Pattern.compile("(NOTE|STYLE|REGION)(\\s.*)?");

    private final ByteLines lines;
    private final boolean web;
    private final Deque<Heard> pending = new ArrayDeque<>();
    private ByteLines.Line.@Nullable Text times;
    private boolean ended;

    private CaptionLines(ByteLines lines, boolean web) {
        this.lines = lines;
        this.web = web;
    }

    static CaptionLines subRip(ByteLines lines) {
        return new CaptionLines(lines, false);
    }

    static CaptionLines webVtt(ByteLines lines) {
        return new CaptionLines(lines, true);
    }

    @Override
    public Optional<Heard> next() throws IOException {
        while (pending.isEmpty() && !ended) {
            var block = block();
            if (times == null) before(block);
            else hear(times, block);
            times = block.next();
            ended = times == null;
        }
        return Optional.ofNullable(pending.pollFirst());
    }

    /// The lines up to the next line of times.
    private record Block(
            List<String> words, @Nullable Heard fault, ByteLines.Line.@Nullable Text next) {}

    private Block block() throws IOException {
        var words = new ArrayList<String>();
        Heard fault = null;
        var length = 0;
        var aside = false;
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            switch (line.get()) {
                case ByteLines.Line.Unusable(var number, var reason) -> {
                    if (fault == null) fault = new Heard.Broken(number, reason);
                }
                case ByteLines.Line.Text text -> {
                    var written = text.text();
                    if (aside) {
                        aside = !written.isEmpty();
                    } else if (written.contains("-->")) {
                        dropName(words);
                        return new Block(words, fault, text);
                    } else if (web && afterBlank(words) && ASIDE.matcher(written).matches()) {
                        aside = true;
                    } else {
                        length += written.length() + 1;
                        if (length <= LONGEST_CUE) words.add(written);
                        else if (fault == null)
                            fault =
                                    new Heard.Broken(
                                            text.number(),
                                            "a cue of more than " + LONGEST_CUE + " characters");
                    }
                }
            }
        }
        return new Block(words, fault, null);
    }

    private boolean afterBlank(List<String> words) {
        return words.isEmpty() ? times == null : words.getLast().isEmpty();
    }

    /// The line before the times may be the number or the name of their cue.
    private void dropName(List<String> words) {
        if (words.isEmpty()) return;
        var last = words.getLast();
        var alone = words.size() == 1 ? times == null : words.get(words.size() - 2).isBlank();
        var name = NUMBER.matcher(last).matches() || (web && alone && !last.isBlank());
        if (name) words.removeLast();
    }

    private void hear(ByteLines.Line.Text head, Block block) {
        var cutOff = block.next() == null && endsWithinACue(block.words());
        if (block.fault() != null) pending.add(block.fault());
        else heard(head, block.words());
        if (cutOff) pending.add(new Heard.Broken(head.number(), JsonScan.CUT_OFF));
    }

    /// What stands before the first cue is a title at most.
    private void before(Block block) {
        if (block.fault() != null) pending.add(block.fault());
        if (block.next() != null || block.words().stream().allMatch(String::isBlank)) return;
        if (web && block.words().getFirst().startsWith("WEBVTT")) return;
        pending.add(
                new Heard.Broken(
                        1, "no line of times such as 00:00:01,000 --> 00:00:02,500 was found"));
    }

    /// A number alone, or half a line of times, at the end. It is taken out.
    private static boolean endsWithinACue(List<String> words) {
        while (!words.isEmpty() && words.getLast().isBlank()) words.removeLast();
        if (words.isEmpty()) return true;
        var last = words.getLast();
        var alone = words.size() > 1 && words.get(words.size() - 2).isBlank();
        if (CUT_TIME.matcher(last).matches() && last.indexOf(':') > 0) {
            words.removeLast();
            if (!words.isEmpty() && NUMBER.matcher(words.getLast()).matches()) words.removeLast();
            return true;
        }
        if (!alone || !NUMBER.matcher(last).matches()) return false;
        words.removeLast();
        return true;
    }

    private void heard(ByteLines.Line.Text head, List<String> words) {
        var written = head.text();
        var arrow = written.indexOf("-->");
        var start = CueTime.clock(written.substring(0, arrow));
        if (start.isEmpty()) {
            pending.add(
                    new Heard.Broken(
                            head.number(),
                            "neither hours:minutes:seconds nor minutes:seconds: "
                                    + shown(written)));
            return;
        }
        var end = CueTime.clock(written.substring(arrow + 3).strip().split("\\s", 2)[0]);
        var text = String.join("\n", words);
        if (text.isBlank()) return;
        var cue = new Cue(head.number(), start.get(), end.orElse(null), text, null);
        for (var voice : CueVoices.of(cue)) pending.add(new Heard.Spoken(voice));
    }

    private static String shown(String written) {
        var plain = written.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }
}
