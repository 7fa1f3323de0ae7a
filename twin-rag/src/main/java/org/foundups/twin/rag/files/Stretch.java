package org.foundups.twin.rag.files;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one speaker says without a long pause, on its way to be cut into passages. Holds one
/// passage and one cue at most.
final class Stretch {
    /// The embedding model reads 256 tokens, and a word is 1.3 of them in English and up to 2.5
    /// elsewhere. A question is about one matter, which 40 words name and more than 90 blur.
    static final int LEAST_WORDS = 40;

    static final int MOST_WORDS = 90;

    /// A longer sentence is not said again at the beginning of the next passage.
    static final int OVERLAP_WORDS = 30;

    /// A pause at which speech may be cut, in seconds: longer than a breath.
    static final double PAUSE = 1.5;

    /// A pause after which something new begins, in seconds.
    static final double LONG_PAUSE = 4;

    private static final String CLOSING = "\"'”’»」』)）]】 ";
    private static final String TERMINATORS = ".!?…。．！？｡؟।";

    /// So much of the text after a passage tells whether a sentence ends with it.
    private static final int FORESIGHT = 40;

    private final BreakIterator sentences;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Anchor> anchors = new ArrayDeque<>();
    private @Nullable String speaker;

    /// How much of the text belongs to the passage before, too.
    private int repeated;

    /// Where an utterance stands in the text.
    private record Anchor(
            int offset,
            int length,
            long line,
            @Nullable Double start,
            @Nullable Double end,
            boolean afterPause) {
        Anchor moved(int by) {
            return new Anchor(offset - by, length, line, start, end, afterPause);
        }

        Anchor ending(double time) {
            return new Anchor(offset, length, line, start, time, afterPause);
        }

        int until() {
            return offset + length;
        }

        /// The time at a place in the text; its start where the end is unknown.
        @Nullable Double at(int place) {
            var share = Math.clamp((place - offset) / (double) Math.max(length, 1), 0, 1);
            return share == 0 ? start : CueParts.at(start, end, share);
        }
    }

    Stretch(Locale locale) {
        sentences = BreakIterator.getSentenceInstance(locale);
    }

    /// Whether the stretch ends before an utterance. A cue that is still shown when the next begins
    /// has ended for the ear, and one without an end ends there.
    boolean endsBefore(Utterance next) {
        var last = anchors.peekLast();
        if (last == null) return false;
        var begins = next.start();
        if (begins == null || last.start() == null) return next.turn();
        if (begins > last.start() && (last.end() == null || begins < last.end())) {
            anchors.removeLast();
            anchors.addLast(last.ending(begins));
        }
        return next.turn() || pause(next) > LONG_PAUSE || last.start() - begins > PAUSE;
    }

    private double pause(Utterance next) {
        var last = anchors.peekLast();
        if (last == null || last.end() == null || next.start() == null) return 0;
        return next.start() - last.end();
    }

    void add(Utterance next) {
        if (anchors.isEmpty()) speaker = next.speaker();
        var pause = pause(next);
        var before = text.length();
        Spacing.append(text, next.text());
        var offset = before < text.length() && text.charAt(before) == ' ' ? before + 1 : before;
        anchors.addLast(
                new Anchor(
                        offset,
                        text.length() - offset,
                        next.line(),
                        next.start(),
                        next.end(),
                        pause >= PAUSE));
    }

    /// A piece of the stretch.
    record Passage(
            long line,
            @Nullable Double start,
            @Nullable Double end,
            String text,
            @Nullable String speaker) {}

    /// The next passage, once there is more than one.
    Optional<Passage> next() {
        return Spacing.exceeds(text, MOST_WORDS) ? Optional.of(cut(border())) : Optional.empty();
    }

    /// The next passage of those that are left, the last at the end; then begins anew.
    Optional<Passage> rest() {
        var next = next();
        if (next.isPresent()) return next;
        Optional<Passage> last =
                text.length() > repeated ? Optional.of(cut(text.length())) : Optional.empty();
        text.setLength(0);
        anchors.clear();
        repeated = 0;
        return last;
    }

    /// The last sentence that ends within the limits; without one the last pause; then those before
    /// the lower limit; and the limit itself where somebody speaks on and on.
    private int border() {
        var most = Spacing.end(text, MOST_WORDS);
        var least = Math.max(Spacing.end(text, LEAST_WORDS), repeated + 1);
        var ends = sentenceEnds(most);
        var pauses =
                anchors.stream()
                        .filter(Anchor::afterPause)
                        .map(anchor -> anchor.offset())
                        .filter(offset -> offset > repeated && offset <= most)
                        .toList();
        for (var lowest : new int[] {least, repeated + 1}) {
            for (var places : List.of(ends, pauses)) {
                if (!places.isEmpty() && places.getLast() >= lowest) return places.getLast();
            }
        }
        return most;
    }

    /// Where sentences end after what is repeated, up to a place; ascending.
    private List<Integer> sentenceEnds(int most) {
        sentences.setText(text.substring(0, Math.min(text.length(), most + FORESIGHT)));
        var ends = new ArrayList<Integer>();
        for (var end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            var trimmed = trimmed(end);
            if (trimmed > most) break;
            if (trimmed > repeated && terminated(trimmed)) ends.add(trimmed);
        }
        return ends;
    }

    private int trimmed(int end) {
        var place = end;
        while (place > 0 && text.charAt(place - 1) == ' ') place--;
        return place;
    }

    private boolean terminated(int end) {
        var place = end;
        while (place > 0 && CLOSING.indexOf(text.charAt(place - 1)) >= 0) place--;
        return place > 0 && TERMINATORS.indexOf(text.charAt(place - 1)) >= 0;
    }

    private Passage cut(int border) {
        var end = trimmed(border);
        var first = anchors.getFirst();
        var passage =
                new Passage(first.line(), first.at(0), endAt(end), text.substring(0, end), speaker);
        var from = overlap(end);
        repeated = end - from;
        drop(from);
        return passage;
    }

    /// The latest end of the cues touched: cues may overlap, but nothing ends before it begins.
    private @Nullable Double endAt(int end) {
        Double latest = null;
        for (var anchor : anchors) {
            if (anchor.offset() >= end) break;
            var time = anchor.until() <= end ? anchor.end() : anchor.at(end);
            if (time != null && (latest == null || time > latest)) latest = time;
        }
        var start = anchors.getFirst().at(0);
        return start != null && latest != null && latest < start ? null : latest;
    }

    /// Where the last sentence of a passage begins, which the next begins with; the passage's end
    /// if that would say too much again.
    private int overlap(int end) {
        var from = 0;
        var before = repeated;
        repeated = 0;
        for (int place : sentenceEnds(end)) {
            if (place < end) from = Math.max(from, place);
        }
        repeated = before;
        if (from == 0) return end;
        while (from < end && text.charAt(from) == ' ') from++;
        return Spacing.exceeds(text.substring(from, end), OVERLAP_WORDS) ? end : from;
    }

    private void drop(int place) {
        var from = place;
        while (from < text.length() && text.charAt(from) == ' ') from++;
        repeated = Math.max(0, repeated - (from - place));
        text.delete(0, from);
        for (int i = anchors.size(); i > 0; i--) {
            var anchor = anchors.removeFirst();
            if (anchor.until() > from) anchors.addLast(anchor.moved(from));
        }
    }
}
