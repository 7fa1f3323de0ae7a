package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foundups.twin.core.Span;

/// A list of phrases to be found in one pass over the words of a text.
final class Phrases {
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Misspellings misspellings;

    private Phrases(List<Phrase> phrases, boolean forgiving) {
        for (var phrase : phrases) {
            for (var word : firstWords(phrase)) {
                byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(phrase);
            }
        }
        misspellings = forgiving ? new Misspellings(vocabulary(phrases)) : Misspellings.NONE;
    }

    static Phrases of(List<Phrase> phrases) {
        return new Phrases(phrases, false);
    }

    /// Also finds words with a letter missing, letters swapped, or all vowels left out.
    static Phrases forgiving(List<Phrase> phrases) {
        return new Phrases(phrases, true);
    }

    /// A phrase that was found.
    ///
    /// @param firstWord index of its first word in the view
    /// @param lastWord index of its last word, inclusive
    record Match(Phrase phrase, View view, int firstWord, int lastWord) {
        Span span() {
            return view.span(firstWord, lastWord);
        }
    }

    /// Every match, in the order of the text; several phrases may match at one place.
    List<Match> find(View view) {
        List<Match> matches = new ArrayList<>(0);
        var words = view.words();
        for (int i = 0; i < words.size(); i++) {
            for (var spelling : spellings(words.get(i))) {
                for (var phrase : byFirstWord.getOrDefault(spelling, List.of())) {
                    int end = new Attempt(view, phrase).from(i);
                    if (end > i) matches.add(new Match(phrase, view, i, end - 1));
                }
            }
        }
        return matches;
    }

    /// Those matches that do not lie within one of another list; both in the order of the text.
    static List<Match> outside(List<Match> matches, List<Match> others) {
        List<Match> outside = new ArrayList<>(matches.size());
        int next = 0;
        int farthest = -1;
        for (var match : matches) {
            while (next < others.size() && others.get(next).firstWord <= match.firstWord) {
                farthest = Math.max(farthest, others.get(next++).lastWord);
            }
            if (farthest < match.lastWord) outside.add(match);
        }
        return outside;
    }

    private List<String> spellings(Word word) {
        return misspellings.spellings(word);
    }

    private static Set<String> firstWords(Phrase phrase) {
        Set<String> words = new HashSet<>();
        for (var element : phrase.elements()) {
            if (element instanceof Phrase.Choice(var alternatives, boolean optional)) {
                boolean boundary = false;
                for (var alternative : alternatives) {
                    if (Phrase.isBoundary(alternative)) boundary = true;
                    else words.add(alternative.getFirst());
                }
                if (!optional && !boundary) return words;
            }
        }
        return words;
    }

    /// Every word that occurs in the phrases.
    static Set<String> vocabulary(List<Phrase> phrases) {
        Set<String> words = new HashSet<>();
        for (var phrase : phrases) {
            for (var element : phrase.elements()) {
                if (element instanceof Phrase.Choice(var alternatives, var _)) {
                    for (var alternative : alternatives) {
                        if (!Phrase.isBoundary(alternative)) words.addAll(alternative);
                    }
                }
            }
        }
        return words;
    }

    /// One phrase at one place. The depth of the search is bounded by the phrase, not by the text.
    private final class Attempt {
        private final View view;
        private final Phrase phrase;

        Attempt(View view, Phrase phrase) {
            this.view = view;
            this.phrase = phrase;
        }

        /// Index after the last word, or -1.
        int from(int first) {
            return match(0, first, first);
        }

        private int match(int element, int at, int first) {
            if (element == phrase.elements().size()) return at;
            return switch (phrase.elements().get(element)) {
                case Phrase.Choice choice -> choice(choice, element, at, first);
                case Phrase.Gap(int most) -> gap(most, element, at, first);
                case Phrase.FollowedBy(char character) ->
                        followedBy(character, at) ? match(element + 1, at, first) : -1;
            };
        }

        private int choice(Phrase.Choice choice, int element, int at, int first) {
            for (var alternative : choice.alternatives()) {
                int next = after(alternative, at, first);
                int end = next < 0 ? -1 : match(element + 1, next, first);
                if (end >= 0) return end;
            }
            return choice.optional() ? match(element + 1, at, first) : -1;
        }

        private int gap(int most, int element, int at, int first) {
            for (int skipped = 0; skipped <= most; skipped++) {
                if (skipped > 0 && !within(at + skipped - 1, first)) return -1;
                int end = match(element + 1, at + skipped, first);
                if (end >= 0) return end;
            }
            return -1;
        }

        /// Where an alternative that stands here ends, or -1.
        private int after(List<String> expected, int at, int first) {
            if (Phrase.isBoundary(expected)) {
                boolean closing = expected.getFirst().equals(Phrase.CLOSING);
                return (closing ? closes(at) : opens(at)) ? at : -1;
            }
            for (int i = 0; i < expected.size(); i++) {
                if (!within(at + i, first)) return -1;
                if (!spellings(view.words().get(at + i)).contains(expected.get(i))) return -1;
            }
            return at + expected.size();
        }

        private boolean within(int at, int first) {
            return at < view.words().size()
                    && view.words().get(at).sentence() == view.words().get(first).sentence();
        }

        private boolean followedBy(char character, int at) {
            int index = view.words().get(at - 1).to();
            return index < view.folded().text().length()
                    && view.folded().text().charAt(index) == character;
        }

        private boolean opens(int at) {
            return at == 0 || (at < view.words().size() && sentence(at - 1) != sentence(at));
        }

        private boolean closes(int at) {
            return at == view.words().size() || (at > 0 && sentence(at - 1) != sentence(at));
        }

        private int sentence(int at) {
            return view.words().get(at).sentence();
        }
    }
}
