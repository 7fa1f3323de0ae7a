package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Draft;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Guard;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Verdict;

/// Repairs a draft until no repair finds anything, and inspects what came of it. A rule that throws
/// holds the text.
final class Rails implements Guard {
    /// More rounds than any text needs: repairs that undo each other are a fault.
    private static final int MOST_ROUNDS = 12;

    /// In UTF-16 code units; no platform takes as many.
    private static final int LONGEST = 50_000;

    private final List<Repair> repairs;
    private final List<Check> checks;

    /// @param repairs in order
    /// @param checks in order
    Rails(List<Repair> repairs, List<Check> checks) {
        this.repairs = List.copyOf(repairs);
        this.checks = List.copyOf(checks);
    }

    @Override
    public Verdict inspect(Draft draft) {
        try {
            var occasion = new Occasion(draft.incoming(), draft.shown());
            var inspected = inspect(draft.text(), occasion);
            return verdict(draft, inspected);
        } catch (RuntimeException broken) {
            var message = "A rule failed (" + broken.getClass().getSimpleName() + "): look at it.";
            return new Verdict.Blocked(
                    draft, List.of(new Finding("guard_failure", Severity.ERROR, message, null)));
        }
    }

    /// A text after its repairs, with all that was found; spans are of the text before them.
    record Inspected(String text, List<Finding> findings) {}

    Inspected inspect(String raw, Occasion occasion) {
        if (raw.length() > LONGEST) return new Inspected(raw, List.of(tooLong()));
        List<Finding> findings = new ArrayList<>();
        var repaired = repaired(raw, occasion, findings);
        for (var check : checks) {
            for (var finding : check.objections(repaired.reading(), occasion)) {
                findings.add(inOriginal(finding, repaired.text()));
            }
        }
        return new Inspected(repaired.text().text(), findings);
    }

    private static Finding tooLong() {
        var message = "The text is longer than any platform takes, so it was not even read.";
        return new Finding("max_length", Severity.ERROR, message, null);
    }

    private record Repaired(Traced text, Reading reading) {}

    private Repaired repaired(String raw, Occasion occasion, List<Finding> findings) {
        var text = Traced.unchanged(raw);
        var reading = Reading.of(raw);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var before = text.text();
            for (var repair : repairs) {
                var corrections = repair.corrections(reading, occasion);
                if (corrections.isEmpty()) continue;
                for (var correction : corrections) findings.add(done(correction, text));
                text = text.corrected(corrections);
                reading = Reading.of(text.text());
            }
            if (text.text().equals(before)) return new Repaired(text, reading);
        }
        throw new IllegalStateException("the repairs do not come to an end");
    }

    private static Finding done(Correction correction, Traced text) {
        var span = text.span(correction.span().start(), correction.span().end());
        return new Finding(correction.rule(), Severity.INFO, correction.message(), span);
    }

    private static Finding inOriginal(Finding finding, Traced text) {
        var span = finding.span();
        if (span == null) return finding;
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.message(),
                text.span(span.start(), span.end()));
    }

    private static Verdict verdict(Draft draft, Inspected inspected) {
        var findings = inspected.findings();
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return new Verdict.Blocked(draft, findings);
        }
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING)) {
            return new Verdict.Repairable(draft, findings);
        }
        return new Verdict.Cleared(draft, inspected.text(), findings);
    }
}
