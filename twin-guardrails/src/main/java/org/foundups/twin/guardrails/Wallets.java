package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Span;

/// Finds addresses of Bitcoin, Ethereum and similar wallets by their shape.
final class Wallets {
    private static final int SHORTEST = 26;
    private static final int LONGEST = 64;

    private Wallets() {}

    /// Where they stand in the text, as its own indices.
    static List<Span> in(String text) {
        List<Span> wallets = new ArrayList<>(0);
        int index = 0;
        while (index < text.length()) {
            int end = index;
            while (end < text.length() && alphanumeric(text.charAt(end))) end++;
            int length = end - index;
            if (length >= SHORTEST && length <= LONGEST && wallet(text.substring(index, end))) {
                wallets.add(new Span(index, end));
            }
            index = Math.max(end, index + 1);
        }
        return wallets;
    }

    private static boolean alphanumeric(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }

    private static boolean wallet(String token) {
        long digits = token.chars().filter(c -> c <= '9').count();
        if (token.startsWith("0x")) return token.length() == 42;
        if (token.startsWith("bc1")) return digits >= 4;
        boolean base58 = token.startsWith("1") || token.startsWith("3");
        return base58 && token.length() <= 35 && digits >= 4 && digits < token.length() - 8;
    }
}
