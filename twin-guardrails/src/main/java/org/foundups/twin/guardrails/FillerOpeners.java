package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Span;
import org.jspecify.annotations.Nullable;

/// Takes filler off the beginning and lets what remains begin with a capital. A filler that is a
/// whole clause ("Let me explain …") goes with its sentence; where nothing would remain, another
/// draft is asked for.
final class FillerOpeners implements Repair, Check {
    private static final String AFTER = "!,.:;—–…-";

    /// @param clause whether it has no punctuation of its own and so goes on to the end of a
    ///   sentence
    private record Opener(String source, List<String> words, boolean clause) {}

    private final List<Opener> openers;

    FillerOpeners(List<String> openers) {
        this.openers = openers.stream().map(FillerOpeners::opener).toList();
    }

    private static Opener opener(String source) {
        var words = Words.of(Folding.fold(source).text()).stream().map(Word::text).toList();
        boolean clause =
                Character.isLetterOrDigit(source.strip().codePointBefore(source.strip().length()));
        return new Opener(source, words, clause);
    }

    /// All openers that follow one another: "Well, actually, so, yes" has three.
    @Override
    public List<Correction> corrections(Reading text, Occasion occasion) {
        List<Correction> corrections = new ArrayList<>(0);
        int start = 0;
        int word = 0;
        for (var found = at(text, word); found != null; found = at(text, word)) {
            var message = "The filler \"" + found.opener().source() + "\" was taken off.";
            corrections.add(new Correction("no_fluff", message, new Span(start, found.end()), ""));
            start = found.end();
            word = wordFrom(text, word, start);
        }
        var capital = corrections.isEmpty() ? null : capital(text, start);
        if (capital != null) {
            var last = corrections.removeLast();
            var span = new Span(last.span().start(), start + 1);
            corrections.add(new Correction(last.rule(), last.message(), span, capital));
        }
        return corrections;
    }

    /// A filler that can be taken off, and where the rest begins in the original.
    private record Found(Opener opener, int end) {}

    private @Nullable Found at(Reading text, int word) {
        for (var opener : openers) {
            int end = end(text, opener, word);
            if (end > 0 && remains(text, end)) return new Found(opener, end);
        }
        return null;
    }

    private static int wordFrom(Reading text, int from, int start) {
        int word = from;
        while (word < text.words().size() && text.plain().span(word, word).start() < start) word++;
        return word;
    }

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        List<Finding> findings = new ArrayList<>(0);
        for (var opener : openers) {
            if (end(text, opener, 0) > 0) {
                var message = "It is nothing but filler: \"" + opener.source() + "\".";
                var span = text.plain().span(0, opener.words().size() - 1);
                findings.add(new Finding("no_fluff", Severity.WARNING, message, span));
            }
        }
        return findings;
    }

    /// Where the rest begins in the original, or -1 if the opener does not stand at that word.
    private static int end(Reading text, Opener opener, int first) {
        if (!opens(text, opener, first)) return -1;
        int last = first + opener.words().size() - 1;
        return opener.clause() ? clauseEnd(text, last) : wordsEnd(text, last);
    }

    private static int clauseEnd(Reading text, int last) {
        var words = text.words();
        int next = last + 1;
        while (next < words.size() && words.get(next).sentence() == words.get(last).sentence()) {
            if (colonBetween(text, next - 1)) break;
            next++;
        }
        return next < words.size()
                ? text.plain().span(next, next).start()
                : text.original().length();
    }

    private static int wordsEnd(Reading text, int last) {
        int index = text.plain().span(last, last).end();
        var original = text.original();
        int after = skipBlanks(original, index);
        if (after < original.length() && AFTER.indexOf(original.charAt(after)) < 0) return -1;
        if (after == index && hyphenated(original, index)) return -1;
        while (after < original.length() && skipped(original.charAt(after))) after++;
        return after;
    }

    private static boolean opens(Reading text, Opener opener, int first) {
        var words = text.words();
        if (words.size() - first < opener.words().size()) return false;
        for (int i = 0; i < opener.words().size(); i++) {
            if (!words.get(first + i).is(opener.words().get(i))) return false;
        }
        return true;
    }

    private static boolean colonBetween(Reading text, int word) {
        var words = text.words();
        return text.folded()
                .substring(words.get(word).to(), words.get(word + 1).from())
                .contains(":");
    }

    private static boolean hyphenated(String text, int index) {
        return index + 1 < text.length()
                && text.charAt(index) == '-'
                && Character.isLetterOrDigit(text.charAt(index + 1));
    }

    private static int skipBlanks(String text, int from) {
        int index = from;
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) index++;
        return index;
    }

    private static boolean skipped(char character) {
        return AFTER.indexOf(character) >= 0 || Character.isWhitespace(character);
    }

    private static boolean remains(Reading text, int end) {
        return text.original().substring(end).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// The first letter of the rest as a capital; null if it must stay as it is, as in "iPhone" or
    /// "eduit.org".
    private static @Nullable String capital(Reading text, int at) {
        var original = text.original();
        if (!Character.isLowerCase(original.charAt(at))) return null;
        int end = at;
        while (end < original.length() && !Character.isWhitespace(original.charAt(end))) end++;
        var word = original.substring(at, end);
        boolean mixed = word.chars().anyMatch(Character::isUpperCase);
        boolean address = word.length() > 2 && word.substring(0, word.length() - 1).contains(".");
        if (mixed || address) return null;
        return original.substring(at, at + 1).toUpperCase(Locale.ROOT);
    }
}
