package org.foundups.twin.guardrails;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.foundups.twin.core.Span;

/// Weighs insults, slurs and threats by whom they are aimed at: whole words only, and a word within
/// a harmless phrase does not count.
final class AbuseDetector implements Detector {
    /// From this weight on a phrase counts in full, whomever it is said to.
    private static final double ALWAYS = 0.9;

    private static final double AT_ONESELF = 0.2;
    private static final double AT_NOBODY = 0.3;
    private static final double AT_A_THIRD = 0.75;
    private static final double NEGATED = 0.3;
    private static final double QUOTED = 0.45;
    private static final int REACH = 6;

    private static final Set<String> YOU =
            Set.of(
                    "you",
                    "your",
                    "u",
                    "ur",
                    "you're",
                    "youre",
                    "ya",
                    "y'all",
                    "yourself",
                    "du",
                    "dich",
                    "dir",
                    "dein",
                    "deine",
                    "ihr",
                    "euch",
                    "bist",
                    "tu",
                    "te",
                    "eres",
                    "sos",
                    "usted",
                    "vous",
                    "toi",
                    "t'es",
                    "es",
                    "você",
                    "vc",
                    "voce",
                    "sei",
                    "sen",
                    "sensin",
                    "ты",
                    "вы",
                    "тебя",
                    "jesteś",
                    "ben",
                    "je",
                    "jij");
    private static final Set<String> I =
            Set.of(
                    "i", "i'm", "im", "i've", "me", "my", "myself", "mine", "we", "our", "ich",
                    "mich", "mir", "mein", "yo", "soy", "mi", "mon", "moi", "suis", "eu", "sou",
                    "meu", "io", "sono", "я", "меня");
    private static final Set<String> THIRD =
            Set.of(
                    "he",
                    "she",
                    "he's",
                    "she's",
                    "they",
                    "they're",
                    "guy",
                    "dude",
                    "man",
                    "woman",
                    "him",
                    "her",
                    "them",
                    "channel",
                    "er",
                    "sie",
                    "él",
                    "ella",
                    "il",
                    "elle",
                    "он",
                    "она",
                    "people",
                    "foreigners",
                    "gaijin",
                    "everyone");
    private static final Set<String> NOT =
            Set.of(
                    "not", "isn't", "isnt", "aren't", "arent", "ain't", "aint", "never", "wasn't",
                    "don't", "dont", "nicht", "kein", "keine", "pas", "не", "não");

    private final Phrases abuse;
    private final Phrases neutral;
    private final Masked masked;

    AbuseDetector(List<Phrase> abuse, List<Phrase> neutral) {
        this.abuse = Phrases.of(abuse);
        this.neutral = Phrases.of(neutral);
        this.masked = new Masked(Phrases.vocabulary(abuse));
    }

    @Override
    public Sign look(Subject subject) {
        return look(subject.text());
    }

    /// Weighs a bare text, such as a draft.
    Sign look(Reading text) {
        var sign = Sign.NONE;
        var quotes = Quotes.within(text.original());
        for (var view : text.views()) sign = sign.or(look(view, quotes));
        var unmasked = masked.view(text.plain().folded());
        return unmasked == null ? sign : sign.or(look(unmasked, quotes));
    }

    private Sign look(View view, BitSet quotes) {
        var matches = abuse.find(view);
        if (matches.isEmpty()) return Sign.NONE;
        var sign = Sign.NONE;
        double others = 1;
        for (var match : Phrases.outside(matches, neutral.find(view))) {
            double weight = weight(match, quotes);
            others *= 1 - Math.min(weight, sign.probability()) / 2;
            sign = sign.or(new Sign(weight, sentence(match), match.span()));
        }
        return new Sign(together(sign.probability(), others), sign.sentence(), sign.span());
    }

    /// The heaviest counts in full, every other one half: one insult after another is no accident.
    private static double together(double heaviest, double others) {
        return Math.min(0.99, 1 - (1 - heaviest) * others);
    }

    private static String sentence(Phrases.Match match) {
        return match.phrase().weight() >= ALWAYS
                ? "The words threaten somebody or wish them harm, or are a slur."
                : "The words insult somebody.";
    }

    private static double weight(Phrases.Match match, BitSet quotes) {
        double weight = match.phrase().weight();
        if (quoted(match.span(), quotes)) weight *= QUOTED;
        if (match.phrase().weight() >= ALWAYS) return weight;
        if (negated(match)) weight *= NEGATED;
        return weight * aim(match);
    }

    private static boolean negated(Phrases.Match match) {
        for (int i = match.firstWord() - 1; i >= Math.max(0, match.firstWord() - 3); i--) {
            if (NOT.contains(match.view().words().get(i).text())) return true;
        }
        return false;
    }

    /// The nearest pronoun decides, those before the word first.
    private static double aim(Phrases.Match match) {
        if (match.lastWord() > match.firstWord()) return 1;
        var words = match.view().words();
        var sentence = words.get(match.firstWord()).sentence();
        for (int i = match.firstWord() - 1; i >= Math.max(0, match.firstWord() - REACH); i--) {
            if (words.get(i).sentence() != sentence) break;
            double aim = aim(words.get(i));
            if (aim > 0) return aim;
        }
        for (int i = match.lastWord() + 1; i < Math.min(words.size(), match.lastWord() + 4); i++) {
            if (words.get(i).sentence() != sentence) break;
            double aim = aim(words.get(i));
            if (aim > 0) return aim;
        }
        return alone(words, match.firstWord()) ? 0.95 : AT_NOBODY;
    }

    private static double aim(Word word) {
        if (word.forms().stream().anyMatch(YOU::contains)) return 1;
        if (word.forms().stream().anyMatch(I::contains)) return AT_ONESELF;
        return word.forms().stream().anyMatch(THIRD::contains) ? AT_A_THIRD : 0;
    }

    /// A sentence of hardly more than the insult is thrown at whoever reads it.
    private static boolean alone(List<Word> words, int word) {
        int sentence = words.get(word).sentence();
        int from = word;
        while (from > 0 && word - from < 4 && words.get(from - 1).sentence() == sentence) from--;
        int to = word + 1;
        while (to < words.size() && to - from < 4 && words.get(to).sentence() == sentence) to++;
        return to - from < 4;
    }

    private static boolean quoted(Span span, BitSet quotes) {
        return quotes.get(span.start()) && quotes.nextClearBit(span.start()) >= span.end();
    }
}
