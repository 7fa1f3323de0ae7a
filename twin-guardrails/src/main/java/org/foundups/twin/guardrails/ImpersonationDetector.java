package org.foundups.twin.guardrails;

import java.util.List;
import org.foundups.twin.core.Span;

/// Finds claims of authority in the text. Who somebody is follows from the platform's account
/// alone, so a claim is one even if the display name fits it.
final class ImpersonationDetector implements Detector {
    private static final String SENTENCE =
            "The text claims an authority that nobody can claim in a comment.";

    private final PhraseDetector phrases =
            new PhraseDetector(Lexicon.IMPERSONATION.phrases(), SENTENCE);

    @Override
    public Sign look(Subject subject) {
        return phrases.look(subject).or(byName(subject));
    }

    /// "I am Jonas Test" from somebody who is not.
    private static Sign byName(Subject subject) {
        var name = Words.of(Folding.fold(subject.incoming().persona().name()).text());
        if (name.size() < 2) return Sign.NONE;
        var words = subject.text().words();
        for (int i = 0; i + name.size() < words.size(); i++) {
            if (claims(words.get(i)) && stands(name, words, i + 1)) {
                Span span = subject.text().plain().span(i, i + name.size());
                return new Sign(0.85, SENTENCE, span);
            }
        }
        return Sign.NONE;
    }

    private static boolean claims(Word word) {
        return word.is("i'm") || word.is("im") || word.is("am") || word.is("as");
    }

    private static boolean stands(List<Word> name, List<Word> words, int at) {
        for (int i = 0; i < name.size(); i++) {
            if (!words.get(at + i).is(name.get(i).text())) return false;
        }
        return true;
    }
}
