package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.foundups.twin.core.Span;

/// Finds quotations: what stands between double quotes of any script, on one line.
final class Quotes {
    private static final String OPENING = "\"“„«「『‹";
    private static final String CLOSING = "\"”“»」』›";
    private static final int LONGEST = 500;

    private Quotes() {}

    /// Quotations with their marks, in the order of the text.
    static List<Span> in(String text) {
        List<Span> quotes = new ArrayList<>(0);
        int index = 0;
        while (index < text.length()) {
            int kind = OPENING.indexOf(text.charAt(index));
            int end = kind < 0 ? -1 : close(text, index, kind);
            if (end > 0) quotes.add(new Span(index, end));
            index = Math.max(end, index + 1);
        }
        return quotes;
    }

    /// Which characters stand between the marks of a quotation.
    static BitSet within(String text) {
        var within = new BitSet();
        for (var quote : in(text)) within.set(quote.start() + 1, quote.end() - 1);
        return within;
    }

    private static int close(String text, int open, int kind) {
        char mark = CLOSING.charAt(kind);
        for (int i = open + 1; i < text.length() && i - open <= LONGEST; i++) {
            char character = text.charAt(i);
            if (character == '\n') return -1;
            if (character == mark || (mark == '“' && character == '”')) return i + 1;
        }
        return -1;
    }
}
