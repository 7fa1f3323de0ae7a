package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Span;
import org.jspecify.annotations.Nullable;

/// Objects to what is no finished text: no word in it, a sentence left open, a place left to be
/// filled in, markup.
final class Shape implements Check {
    private static final String OPEN_ENDS = ",;:-–—(&/、，";

    /// With these no sentence ends, unless it is left unfinished.
    private static final Set<String> NEVER_LAST =
            Set.of(
                    "the", "a", "an", "and", "or", "but", "because", "of", "with", "from", "my",
                    "your", "our", "their", "than", "und", "oder", "weil", "der", "ein", "eine",
                    "y", "el", "los", "una", "con", "porque", "et", "ou", "le", "les", "une",
                    "avec", "parce");

    /// No longer stretch in brackets is a place to be filled in.
    private static final int LONGEST_PLACEHOLDER = 40;

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        List<Finding> findings = new ArrayList<>(0);
        if (text.original().codePoints().noneMatch(Character::isLetter)) {
            findings.add(finding("no_words", "There is no word in it.", null));
            return findings;
        }
        unfinished(text, findings);
        placeholders(text.original(), findings);
        markup(text.original(), findings);
        return findings;
    }

    private static Finding finding(String rule, String message, @Nullable Span span) {
        return new Finding(rule, Severity.WARNING, message, span);
    }

    private static void unfinished(Reading text, List<Finding> findings) {
        var original = text.original();
        int end = end(text);
        var last = text.words().isEmpty() ? "" : text.words().getLast().text();
        boolean dots = end > 0 && ".…".indexOf(original.charAt(end - 1)) >= 0;
        boolean several =
                original.startsWith("..", Math.max(0, end - 2))
                        || original.startsWith("…", end - 1);
        boolean stops = dots ? several : Character.isLetter(original.codePointBefore(end));
        if (OPEN_ENDS.indexOf(original.charAt(end - 1)) >= 0
                || (stops && NEVER_LAST.contains(last))) {
            findings.add(
                    finding(
                            "unfinished",
                            "It breaks off before the sentence ends.",
                            new Span(end - 1, end)));
        }
        int open = openBracket(original);
        if (open >= 0) {
            var span = new Span(open, open + 1);
            findings.add(finding("unfinished", "A bracket is opened and never closed.", span));
        }
    }

    /// Where the words end: emoji and blanks may follow.
    private static int end(Reading text) {
        var original = text.original();
        int next = text.emoji().size() - 1;
        int end = original.length();
        while (end > 0) {
            if (next >= 0 && text.emoji().get(next).end() == end) {
                end = text.emoji().get(next--).start();
            } else if (Character.isWhitespace(original.charAt(end - 1))) end--;
            else break;
        }
        return end;
    }

    /// A bracket that nothing closes and that is not the mouth of a face, as in ":(".
    private static int openBracket(String text) {
        int open = text.lastIndexOf('(');
        if (open < 0 || text.indexOf(')', open) >= 0) return -1;
        return open > 0 && ":;=-'".indexOf(text.charAt(open - 1)) >= 0 ? -1 : open;
    }

    private static void placeholders(String text, List<Finding> findings) {
        for (int open = 0; open < text.length(); open++) {
            int kind = "[{".indexOf(text.charAt(open));
            int limit = Math.min(text.length(), open + LONGEST_PLACEHOLDER);
            int close = kind < 0 ? -1 : text.indexOf("]}".charAt(kind), open, limit);
            if (close < 0) continue;
            if (text.substring(open, close).codePoints().anyMatch(Character::isLetter)) {
                findings.add(placeholder(text, open, close + 1));
            }
            open = close;
        }
        int blank = text.indexOf("___");
        if (blank >= 0) findings.add(placeholder(text, blank, blank + 3));
        int latin = text.toLowerCase(Locale.ROOT).indexOf("lorem ipsum");
        if (latin >= 0) findings.add(placeholder(text, latin, latin + 11));
    }

    private static Finding placeholder(String text, int from, int to) {
        var message = "\"" + text.substring(from, to) + "\" still has to be filled in.";
        return finding("placeholder", message, new Span(from, to));
    }

    private static void markup(String text, List<Finding> findings) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            int name = text.startsWith("</", at) ? at + 2 : at + 1;
            if (name < text.length() && Character.isLetter(text.charAt(name))) {
                var span = new Span(at, name + 1);
                findings.add(finding("markup", "It holds marks of a markup language.", span));
                return;
            }
        }
        int fence = text.indexOf("```");
        if (fence >= 0) {
            var span = new Span(fence, fence + 3);
            findings.add(finding("markup", "It holds a block of code.", span));
        }
    }
}
