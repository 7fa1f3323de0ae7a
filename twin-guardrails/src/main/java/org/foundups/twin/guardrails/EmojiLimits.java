package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Span;

/// Objects to what the repairs of emoji left behind: too many, a banned one (also as a part of
/// another one), one within the text.
final class EmojiLimits implements Check {
    private final StyleRules.EmojiRules rules;
    private final Set<Integer> banned;

    EmojiLimits(StyleRules.EmojiRules rules) {
        this.rules = rules;
        this.banned =
                rules.banned().stream()
                        .map(Graphemes::basis)
                        .filter(basis -> basis.codePointCount(0, basis.length()) == 1)
                        .map(basis -> basis.codePointAt(0))
                        .collect(Collectors.toSet());
    }

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        List<Finding> findings = new ArrayList<>(0);
        int most = Math.min(rules.max(), occasion.incoming().constraints().maxEmoji());
        if (text.emoji().size() > most) {
            findings.add(
                    finding(
                            "max_emojis",
                            "It has more than " + most + " emoji.",
                            text.emoji().get(most)));
        }
        banned(text.original(), findings);
        if (rules.position() == StyleRules.Position.END && EmojiAtEnd.within(text)) {
            var message = "An emoji stands within the text instead of at its end.";
            findings.add(finding("emoji_position", message, text.emoji().getFirst()));
        }
        return findings;
    }

    private void banned(String text, List<Finding> findings) {
        for (int i = 0; i < text.length(); ) {
            int end = i + Character.charCount(text.codePointAt(i));
            if (banned.contains(text.codePointAt(i))) {
                var message = "It has an emoji the creator never uses.";
                findings.add(finding("banned_emoji", message, new Span(i, end)));
            }
            i = end;
        }
    }

    private static Finding finding(String rule, String message, Span span) {
        return new Finding(rule, Severity.WARNING, message, span);
    }
}
