package org.foundups.twin.guardrails;

import java.util.List;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;

/// Objects to insults, slurs and threats in the creator's own mouth.
final class AbusiveText implements Check {
    /// Stricter than screening: what is said in a person's name must not even look like it.
    private static final double ABOVE = 0.5;

    private final AbuseDetector abuse =
            new AbuseDetector(Lexicon.ABUSE.phrases(), Lexicon.ABUSE_NEUTRAL.phrases());

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        var sign = abuse.look(text);
        if (sign.probability() <= ABOVE) return List.of();
        return List.of(new Finding("abuse", Severity.ERROR, sign.sentence(), sign.span()));
    }
}
