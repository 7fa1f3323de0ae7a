package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads words with letters struck out by stars, as in "f*ck".
final class Masked {
    private final Map<Integer, List<String>> byLength = new HashMap<>();

    Masked(Set<String> vocabulary) {
        for (var word : vocabulary) {
            if (word.length() >= 4 && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                byLength.computeIfAbsent(word.length(), _ -> new ArrayList<>()).add(word);
            }
        }
    }

    /// The text with such words written out; null if there is none.
    @Nullable View view(Traced folded) {
        var text = folded.text();
        if (text.indexOf('*') < 0 && text.indexOf('#') < 0) return null;
        var changed = text.toCharArray();
        boolean any = false;
        int index = 0;
        while (index < text.length()) {
            int end = index;
            while (end < text.length() && inside(text.charAt(end))) end++;
            any |= unmask(changed, index, end);
            index = Math.max(end, index + 1);
        }
        return any ? View.of(View.Kind.LEET, written(folded, changed)) : null;
    }

    private static Traced written(Traced folded, char[] changed) {
        var builder = new Traced.Builder(changed.length);
        for (int i = 0; i < changed.length; i++) builder.add(changed[i], folded, i);
        return builder.build();
    }

    private static boolean inside(char character) {
        return (character >= 'a' && character <= 'z') || character == '*' || character == '#';
    }

    private boolean unmask(char[] text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) if (text[i] >= 'a') letters++;
        int length = to - from;
        if (letters == length || letters < 2 || letters * 2 < length || text[from] < 'a')
            return false;
        for (var word : byLength.getOrDefault(length, List.of())) {
            if (fits(text, from, word)) {
                word.getChars(0, length, text, from);
                return true;
            }
        }
        return false;
    }

    private static boolean fits(char[] text, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (text[from + i] >= 'a' && text[from + i] != word.charAt(i)) return false;
        }
        return true;
    }
}
