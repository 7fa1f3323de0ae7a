package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foundups.twin.core.Span;

/// Takes off what a generator puts around an answer: a label before it, quotation marks around the
/// whole.
final class Wrapping implements Repair {
    private static final Set<String> LABELS =
            Set.of(
                    "reply",
                    "answer",
                    "response",
                    "comment",
                    "output",
                    "draft",
                    "my reply",
                    "the reply",
                    "here's my reply",
                    "here is my reply",
                    "here's a reply",
                    "here is a reply",
                    "antwort",
                    "respuesta",
                    "réponse",
                    "返信",
                    "回答");
    private static final List<String> PAIRS =
            List.of("\"\"", "“”", "„“", "«»", "「」", "''", "‘’", "``");
    private static final int LONGEST_LABEL = 40;

    @Override
    public List<Correction> corrections(Reading text, Occasion occasion) {
        List<Correction> corrections = new ArrayList<>(2);
        var original = text.original();
        int start = firstVisible(original);
        int colon = original.indexOf(':', start);
        if (colon > start
                && colon - start <= LONGEST_LABEL
                && label(original.substring(start, colon), occasion)) {
            int end = colon + 1;
            while (end < original.length() && Character.isWhitespace(original.charAt(end))) end++;
            var message = "A label before the answer was taken off.";
            corrections.add(new Correction("label", message, new Span(0, end), ""));
            return corrections;
        }
        return unquoted(original, start);
    }

    private static boolean label(String before, Occasion occasion) {
        Set<String> labels = new HashSet<>(LABELS);
        labels.add(occasion.incoming().persona().name().toLowerCase(Locale.ROOT));
        labels.addAll(occasion.incoming().persona().handles());
        labels.add(occasion.incoming().persona().id());
        var name = before.replaceAll("[*_#@\"]", "").strip();
        return labels.contains(name.toLowerCase(Locale.ROOT));
    }

    private static int firstVisible(String text) {
        int index = 0;
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) index++;
        return index;
    }

    private static List<Correction> unquoted(String original, int start) {
        int end = original.length();
        while (end > start && Character.isWhitespace(original.charAt(end - 1))) end--;
        if (end - start < 3) return List.of();
        for (var pair : PAIRS) {
            boolean around =
                    original.charAt(start) == pair.charAt(0)
                            && original.charAt(end - 1) == pair.charAt(1)
                            && noneWithin(original, start + 1, end - 1, pair);
            if (around) {
                var message = "Quotation marks around the whole answer were taken off.";
                return List.of(
                        new Correction("quotes", message, new Span(start, start + 1), ""),
                        new Correction("quotes", message, new Span(end - 1, end), ""));
            }
        }
        return List.of();
    }

    /// `"Yes" or "no"` begins and ends with a mark without being a quotation.
    private static boolean noneWithin(String text, int from, int to, String pair) {
        var within = text.substring(from, to);
        boolean apostrophe = pair.charAt(0) == '\'';
        return within.indexOf(pair.charAt(0)) < 0
                && (apostrophe || within.indexOf(pair.charAt(1)) < 0);
    }
}
