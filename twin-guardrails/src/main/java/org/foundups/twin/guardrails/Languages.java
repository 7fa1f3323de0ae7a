package org.foundups.twin.guardrails;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tells languages apart where it can be done cheaply: by their script, and those in Latin letters
/// by their commonest words. Where it cannot be told it says so.
final class Languages {
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_LETTERS = 3;
    private static final Map<String, List<String>> BY_WORD = byWord();

    private Languages() {}

    private static Map<String, List<String>> byWord() {
        Map<String, List<String>> languages = new HashMap<>();
        for (var line : Lexicon.lines("languages.txt")) {
            int bar = line.indexOf('|');
            var language = line.substring(0, bar).strip();
            for (var word : line.substring(bar + 1).strip().split(" ", -1)) {
                languages.merge(word, List.of(language), Languages::both);
            }
        }
        return languages;
    }

    private static List<String> both(List<String> some, List<String> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    /// The language most of the common words belong to, as a BCP 47 primary subtag.
    ///
    /// @return null if there are fewer than three of them or another language has more than half as
    ///   many
    static @Nullable String ofLatin(Collection<Word> words) {
        Map<String, Integer> hits = new TreeMap<>();
        for (var word : words) {
            for (var language : BY_WORD.getOrDefault(word.text(), List.of())) {
                hits.merge(language, 1, Integer::sum);
            }
        }
        String best = null;
        int most = 0;
        int second = 0;
        for (var entry : hits.entrySet()) {
            if (entry.getValue() > most) {
                second = most;
                most = entry.getValue();
                best = entry.getKey();
            } else second = Math.max(second, entry.getValue());
        }
        return most >= FEWEST_WORDS && second * 2 <= most ? best : null;
    }

    /// Whether its commonest words are known here.
    static boolean known(String language) {
        return BY_WORD.values().stream().anyMatch(languages -> languages.contains(language));
    }

    /// The script most letters of a text are in, as an ICU script code; Han and kana count as one.
    ///
    /// @return [UScript#UNKNOWN] if there are fewer than three letters
    static int script(String text) {
        Map<Integer, Integer> letters = new HashMap<>();
        int all = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (!Character.isLetter(codePoint)) continue;
            all++;
            letters.merge(family(UScript.getScript(codePoint)), 1, Integer::sum);
        }
        if (all < FEWEST_LETTERS) return UScript.UNKNOWN;
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UScript.UNKNOWN);
    }

    /// The scripts a language is written in, counted as by [#script].
    ///
    /// @param tag BCP 47
    static Set<Integer> scripts(String tag) {
        var codes = UScript.getCode(ULocale.forLanguageTag(tag));
        if (codes == null) return Set.of();
        Set<Integer> scripts = new HashSet<>();
        for (int code : codes) scripts.add(family(code));
        return scripts;
    }

    private static int family(int script) {
        return switch (script) {
            case UScript.HIRAGANA, UScript.KATAKANA, UScript.KATAKANA_OR_HIRAGANA -> UScript.HAN;
            default -> script;
        };
    }
}
