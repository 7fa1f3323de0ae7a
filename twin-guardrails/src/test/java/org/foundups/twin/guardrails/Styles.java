package org.foundups.twin.guardrails;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Features;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.Verdict;
import org.foundups.twin.testing.Fixtures;

/// Style rules for tests, with the values of the original system, and drafts to inspect by them.
final class Styles {
    static final StyleRules RULES = StyleRules.load(file("style.yaml"));

    private Styles() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Styles.class.getResource(name)).toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /// The verdict on an answer to a plain question.
    static Verdict verdict(String text, Passage... passages) {
        return verdict(RULES, Fixtures.incoming("How did you start?"), text, passages);
    }

    static Verdict verdict(StyleRules rules, Incoming incoming, String text, Passage... passages) {
        var admitted = Fixtures.admitted(incoming);
        var recollection = new Recollection(admitted, List.of(passages), List.of());
        var brief =
                Brief.first(
                        new Appraisal.Deserving(
                                recollection, new Features(0.9, 0.9, 0.5), List.of()));
        return Guardrails.guard(rules).inspect(Fixtures.draft(brief, text));
    }

    static List<String> rules(Verdict verdict) {
        return verdict.findings().stream().map(Finding::rule).distinct().toList();
    }
}
