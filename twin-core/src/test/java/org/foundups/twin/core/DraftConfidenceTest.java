package org.foundups.twin.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The additive rule of the original system.
class DraftConfidenceTest {
    @ParameterizedTest(name = "best passage {0}, warning {1}, error {2}, kept {3} of 10 characters")
    @CsvSource({
        "0.5, false, false, 10, 0.70",
        "0.51, false, false, 10, 0.80",
        "0.5, true, false, 10, 0.65",
        "0.5, false, true, 10, 0.50",
        "0.9, true, true, 10, 0.55",
        "0.5, false, false, 7, 0.70",
        "0.5, false, false, 6, 0.60",
        "0.9, true, true, 1, 0.45"
    })
    void addsAndSubtracts(
            double best, boolean warning, boolean error, int kept, double confidence) {
        var brief = Brief.first(Samples.deserving());
        var draft = Samples.draft(brief, "0123456789", Samples.passage(0.1), Samples.passage(best));
        var findings = new ArrayList<Finding>(List.of(Samples.finding(Severity.INFO)));
        if (warning) findings.add(Samples.finding(Severity.WARNING));
        if (error) findings.add(Samples.finding(Severity.ERROR));
        var verdict = new Verdict.Cleared(draft, draft.text().substring(0, kept), findings);
        assertThat(DraftConfidence.of(verdict)).isCloseTo(confidence, Offset.offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"true, 0.65", "false, 0.5"})
    void countsTextThatDidNotStandAsWhole(boolean repairable, double confidence) {
        var draft = Samples.draft(Brief.first(Samples.deserving()), "0123456789");
        Verdict verdict =
                repairable
                        ? new Verdict.Repairable(draft, List.of(Samples.finding(Severity.WARNING)))
                        : new Verdict.Blocked(draft, List.of(Samples.finding(Severity.ERROR)));
        assertThat(DraftConfidence.of(verdict)).isCloseTo(confidence, Offset.offset(1e-9));
    }
}
