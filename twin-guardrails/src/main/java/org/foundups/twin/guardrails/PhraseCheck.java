package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Span;

/// Objects to whole phrases, in whatever spelling or disguise.
final class PhraseCheck implements Check {
    private final String rule;
    private final Severity severity;
    private final String message;
    private final Phrases phrases;

    /// @param message a sentence; `%s` stands for what the text says
    PhraseCheck(String rule, Severity severity, String message, List<Phrase> phrases) {
        this.rule = rule;
        this.severity = severity;
        this.message = message;
        this.phrases = Phrases.of(phrases);
    }

    /// Phrases taken word for word, but for a comma that must follow.
    static List<Phrase> literal(List<String> phrases) {
        return phrases.stream().map(phrase -> PhraseSyntax.literal(phrase, 1)).toList();
    }

    /// Phrases in the phrase syntax.
    static List<Phrase> syntax(List<String> phrases) {
        return phrases.stream().map(phrase -> PhraseSyntax.phrase(phrase, 1)).toList();
    }

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        List<Finding> findings = new ArrayList<>(0);
        Set<Span> seen = new HashSet<>();
        for (var view : text.views()) {
            for (var match : phrases.find(view)) {
                var span = match.span();
                if (seen.add(span)) findings.add(finding(text, span));
            }
        }
        return findings;
    }

    private Finding finding(Reading text, Span span) {
        var said = text.original().substring(span.start(), span.end());
        return new Finding(rule, severity, message.replace("%s", said), span);
    }
}
