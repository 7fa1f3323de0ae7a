package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How phrases are written in lists and settings: words in order; `(a|b c)` one of several; `?`
/// after a word or a group makes it optional; `~3` stands for up to three words of any kind; a
/// comma or exclamation mark must follow its word; `^` and `$` are the ends of a sentence, alone or
/// in a group.
final class PhraseSyntax {
    /// Without their apostrophe these are other words.
    private static final Set<String> AMBIGUOUS =
            Set.of(
                    "i'll", "we'll", "he'll", "she'll", "we're", "i'd", "we'd", "he'd", "she'd",
                    "it's");

    private final String source;
    private final List<Phrase.Element> elements = new ArrayList<>();

    private PhraseSyntax(String source) {
        this.source = source;
    }

    /// @throws IllegalArgumentException naming the phrase, if it is malformed
    static Phrase phrase(String source, double weight) {
        var syntax = new PhraseSyntax(source);
        syntax.read();
        return new Phrase(source, weight, syntax.elements);
    }

    /// Reads a phrase in which nothing but words and a final comma has a meaning.
    static Phrase literal(String source, double weight) {
        var syntax = new PhraseSyntax(source);
        syntax.word(source.strip());
        if (syntax.elements.isEmpty()) throw syntax.malformed("it has no word");
        return new Phrase(source, weight, syntax.elements);
    }

    private void read() {
        int index = 0;
        while (index < source.length()) {
            if (source.charAt(index) == ' ') {
                index++;
                continue;
            }
            int end = index;
            if (source.charAt(index) == '(') end = source.indexOf(')', index);
            if (end < 0) throw malformed("a bracket is not closed");
            while (end < source.length() && source.charAt(end) != ' ') end++;
            element(source.substring(index, end));
            index = end;
        }
        if (elements.stream().noneMatch(PhraseSyntax::required)) throw malformed("it has no word");
    }

    private static boolean required(Phrase.Element element) {
        return element instanceof Phrase.Choice choice
                && !choice.optional()
                && choice.alternatives().stream().noneMatch(Phrase::isBoundary);
    }

    private void element(String token) {
        if (token.equals(Phrase.OPENING) || token.equals(Phrase.CLOSING)) {
            elements.add(new Phrase.Choice(List.of(List.of(token)), false));
        } else if (token.startsWith("~")) elements.add(new Phrase.Gap(gap(token)));
        else if (token.startsWith("(")) group(token);
        else if (token.endsWith("?")) optional(token.substring(0, token.length() - 1));
        else word(token);
    }

    private int gap(String token) {
        try {
            return Integer.parseInt(token.substring(1));
        } catch (NumberFormatException _) {
            throw malformed("after ~ comes a number");
        }
    }

    private void group(String token) {
        int close = token.indexOf(')');
        List<List<String>> alternatives = new ArrayList<>();
        for (var alternative : token.substring(1, close).split("\\|", -1)) {
            alternatives.addAll(spellings(alternative));
        }
        elements.add(new Phrase.Choice(alternatives, token.endsWith("?")));
    }

    private void optional(String word) {
        elements.add(new Phrase.Choice(spellings(word), true));
    }

    private void word(String token) {
        for (var single : singles(token)) {
            elements.add(new Phrase.Choice(spellings(single), false));
        }
        char last = token.charAt(token.length() - 1);
        if (last == ',' || last == '!') elements.add(new Phrase.FollowedBy(last));
    }

    private static List<String> singles(String token) {
        return Words.of(Folding.fold(token).text()).stream().map(Word::text).toList();
    }

    /// The words of an alternative, and the same without apostrophes where that is no other word.
    private List<List<String>> spellings(String alternative) {
        if (alternative.equals(Phrase.OPENING) || alternative.equals(Phrase.CLOSING)) {
            return List.of(List.of(alternative));
        }
        var words = singles(alternative);
        if (words.isEmpty()) throw malformed("an alternative has no word");
        if (words.stream().noneMatch(word -> word.contains("'")) || AMBIGUOUS.containsAll(words)) {
            return List.of(words);
        }
        return List.of(words, words.stream().map(word -> word.replace("'", "")).toList());
    }

    private IllegalArgumentException malformed(String why) {
        return new IllegalArgumentException("the phrase \"" + source + "\" is malformed: " + why);
    }
}
