package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Undoes ROT13, Atbash and reversal, where a word of the text betrays one of them.
final class Turned {
    private enum Turn {
        ROT13,
        ATBASH,
        REVERSED
    }

    private static final int SHORTEST_WORD = 5;

    private final Map<String, Turn> traces = new HashMap<>();

    /// @param vocabulary words that would be worth hiding
    Turned(Set<String> vocabulary) {
        for (var word : vocabulary) {
            if (word.length() >= SHORTEST_WORD && word.chars().allMatch(Turned::latin)) {
                traces.put(turned(word, Turn.ROT13), Turn.ROT13);
                traces.put(turned(word, Turn.ATBASH), Turn.ATBASH);
                traces.put(turned(word, Turn.REVERSED), Turn.REVERSED);
            }
        }
        traces.keySet().removeAll(vocabulary);
    }

    List<View> views(View plain) {
        var found = EnumSet.noneOf(Turn.class);
        for (var word : plain.words()) {
            var turn = traces.get(word.text());
            if (turn != null) found.add(turn);
        }
        List<View> views = new ArrayList<>(found.size());
        for (var turn : found) {
            views.add(View.of(View.Kind.TURNED, turned(plain.folded(), turn)));
        }
        return views;
    }

    private static Traced turned(Traced folded, Turn turn) {
        return switch (turn) {
            case ROT13 -> folded.mapped(Turned::rot13);
            case ATBASH -> folded.mapped(Turned::atbash);
            case REVERSED -> folded.reversed();
        };
    }

    private static String turned(String word, Turn turn) {
        if (turn == Turn.REVERSED) return new StringBuilder(word).reverse().toString();
        var result = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            result.append((char) (turn == Turn.ROT13 ? rot13(letter) : atbash(letter)));
        }
        return result.toString();
    }

    private static boolean latin(int letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static int rot13(int letter) {
        return latin(letter) ? 'a' + (letter - 'a' + 13) % 26 : letter;
    }

    private static int atbash(int letter) {
        return latin(letter) ? 'z' - (letter - 'a') : letter;
    }
}
