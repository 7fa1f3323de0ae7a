package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foundups.twin.core.Span;

/// Puts misspelt names right. Addresses, handles, code and quotations are somebody else's words and
/// stay as they are.
final class EntitySpelling implements Repair {
    /// @param folded a wrong form as it stands in a folded text
    private record Misspelling(String right, String folded) {}

    private final List<Misspelling> misspellings = new ArrayList<>();

    EntitySpelling(List<StyleRules.Entity> entities) {
        for (var entity : entities) {
            for (var wrong : entity.wrong()) add(entity, wrong);
            if (entity.anyCase()) add(entity, entity.right());
        }
        misspellings.sort(Comparator.comparingInt(each -> -each.folded().length()));
    }

    private void add(StyleRules.Entity entity, String wrong) {
        misspellings.add(new Misspelling(entity.right(), Folding.fold(wrong).text()));
    }

    @Override
    public List<Correction> corrections(Reading text, Occasion occasion) {
        List<Correction> corrections = new ArrayList<>(0);
        var kept = Kept.in(text);
        for (var each : misspellings) {
            for (var span : occurrences(text, each)) {
                if (kept.frees(span)) {
                    corrections.add(correction(each, span));
                    kept.words().set(span.start(), span.end());
                }
            }
        }
        corrections.sort(Comparator.comparingInt(each -> each.span().start()));
        return corrections;
    }

    private static List<Span> occurrences(Reading text, Misspelling misspelling) {
        List<Span> occurrences = new ArrayList<>(0);
        var folded = text.folded();
        var wrong = misspelling.folded();
        for (int at = folded.indexOf(wrong); at >= 0; at = folded.indexOf(wrong, at + 1)) {
            var span = text.span(at, at + wrong.length());
            if (whole(folded, at, at + wrong.length()) && wrong(text, span, misspelling)) {
                occurrences.add(span);
            }
        }
        return occurrences;
    }

    private static Correction correction(Misspelling misspelling, Span span) {
        var message = "The name is written \"" + misspelling.right() + "\".";
        return new Correction("entity_spelling", message, span, misspelling.right());
    }

    private static boolean wrong(Reading text, Span span, Misspelling misspelling) {
        return !text.original().substring(span.start(), span.end()).equals(misspelling.right());
    }

    private static boolean whole(String text, int from, int to) {
        boolean opens = from == 0 || !part(text.charAt(from - 1));
        boolean closes = to == text.length() || !part(text.charAt(to));
        boolean domain =
                to + 1 < text.length() && text.charAt(to) == '.' && part(text.charAt(to + 1));
        return opens && closes && !domain;
    }

    private static boolean part(char character) {
        return Character.isLetterOrDigit(character)
                || character == '_'
                || character == '@'
                || character == '#'
                || character == '-'
                || character == '/';
    }

    /// What is somebody else's words.
    ///
    /// @param words quotations, code, and what is corrected already
    /// @param addresses an address that is nothing but a wrong form may be corrected
    private record Kept(BitSet words, BitSet inAddresses, Set<Span> addresses) {
        static Kept in(Reading text) {
            var kept = new Kept(new BitSet(), new BitSet(), new HashSet<>());
            for (var quote : Quotes.in(text.original())) {
                kept.words.set(quote.start(), quote.end());
            }
            kept.code(text.original());
            for (var link : text.links()) {
                kept.inAddresses.set(link.span().start(), link.span().end());
                kept.addresses.add(link.span());
            }
            return kept;
        }

        private void code(String text) {
            int open = text.indexOf('`');
            int close = open < 0 ? -1 : text.indexOf('`', open + 1);
            while (open >= 0 && close >= 0) {
                words.set(open, close + 1);
                open = text.indexOf('`', close + 1);
                close = open < 0 ? -1 : text.indexOf('`', open + 1);
            }
        }

        boolean frees(Span span) {
            return clear(words, span) && (clear(inAddresses, span) || addresses.contains(span));
        }

        private static boolean clear(BitSet taken, Span span) {
            int next = taken.nextSetBit(span.start());
            return next < 0 || next >= span.end();
        }
    }
}
