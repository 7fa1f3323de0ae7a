package org.foundups.twin.guardrails;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foundups.twin.core.Span;

/// Takes out emoji the creator never uses, in whatever skin colour or gender.
final class BannedEmoji implements Repair {
    private static final String MESSAGE = "An emoji the creator never uses was taken out.";

    private final Set<String> banned;

    BannedEmoji(List<String> banned) {
        this.banned = banned.stream().map(Graphemes::basis).collect(Collectors.toSet());
    }

    @Override
    public List<Correction> corrections(Reading text, Occasion occasion) {
        return text.emoji().stream()
                .filter(span -> banned.contains(basis(text, span)))
                .map(span -> new Correction("banned_emoji", MESSAGE, span, ""))
                .toList();
    }

    private static String basis(Reading text, Span span) {
        return Graphemes.basis(text.original().substring(span.start(), span.end()));
    }
}
