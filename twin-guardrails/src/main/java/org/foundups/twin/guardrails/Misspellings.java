package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes a word that is in no list for the word somebody meant: one letter left out, inner letters
/// swapped, or all vowels dropped.
final class Misspellings {
    static final Misspellings NONE = new Misspellings(Set.of());

    private static final int SHORTEST = 6;

    private final Set<String> vocabulary;
    private final Map<String, String> meant = new HashMap<>();

    Misspellings(Set<String> vocabulary) {
        this.vocabulary = Set.copyOf(vocabulary);
        for (var word : vocabulary) {
            if (word.length() >= SHORTEST && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                add(word);
            }
        }
    }

    private void add(String word) {
        meant.putIfAbsent(consonants(word), word);
        meant.putIfAbsent(shuffled(word), word);
        for (int i = 1; i < word.length() && word.length() > SHORTEST; i++) {
            meant.putIfAbsent(word.substring(0, i) + word.substring(i + 1), word);
        }
    }

    /// The spellings of a word, the meant one last.
    List<String> spellings(Word word) {
        if (meant.isEmpty()) return word.forms();
        var text = word.forms().getLast();
        if (text.length() < 4 || vocabulary.contains(text)) return word.forms();
        var intended = meant.get(text);
        if (intended == null && text.length() >= SHORTEST) intended = meant.get(shuffled(text));
        if (intended == null || word.forms().contains(intended)) return word.forms();
        var spellings = new ArrayList<>(word.forms());
        spellings.add(intended);
        return spellings;
    }

    private static String consonants(String word) {
        var result = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || "aeiou".indexOf(word.charAt(i)) < 0) result.append(word.charAt(i));
        }
        return result.toString();
    }

    /// First and last letter in place, those between in order of the alphabet, marked so that it
    /// equals no word.
    private static String shuffled(String word) {
        var inner = word.substring(1, word.length() - 1).toCharArray();
        Arrays.sort(inner);
        return word.charAt(0) + "'" + new String(inner) + word.charAt(word.length() - 1);
    }
}
