package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Span;

/// Objects to keys, tokens and wallets, by their shape: no person types such a thing into a
/// comment.
final class Secrets implements Check {
    private static final int SHORTEST = 20;
    private static final int FEWEST_DIGITS = 3;
    private static final int FEWEST_LETTERS = 4;

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        List<Finding> findings = new ArrayList<>(0);
        for (var link : text.links()) {
            if (link.kind() == Link.Kind.WALLET) {
                findings.add(finding("It names the address of a wallet.", link.span()));
            }
        }
        for (var span : tokens(text.original())) {
            boolean address = text.links().stream().anyMatch(link -> overlap(link.span(), span));
            if (!address) findings.add(finding("It holds what looks like a key or an id.", span));
        }
        return findings;
    }

    private static Finding finding(String message, Span span) {
        return new Finding("secret", Severity.ERROR, message, span);
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static List<Span> tokens(String text) {
        List<Span> tokens = new ArrayList<>(0);
        int index = 0;
        while (index < text.length()) {
            int end = index;
            while (end < text.length() && inToken(text.charAt(end))) end++;
            if (end - index >= SHORTEST && mixed(text.substring(index, end))) {
                tokens.add(new Span(index, end));
            }
            index = Math.max(end, index + 1);
        }
        return tokens;
    }

    private static boolean inToken(char character) {
        return letter(character) || digit(character) || character == '-' || character == '_';
    }

    private static boolean letter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean mixed(String token) {
        long letters = token.chars().filter(c -> letter((char) c)).count();
        long digits = token.chars().filter(c -> digit((char) c)).count();
        return letters >= FEWEST_LETTERS && digits >= FEWEST_DIGITS;
    }
}
