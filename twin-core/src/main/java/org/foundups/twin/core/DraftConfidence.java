package org.foundups.twin.core;

/// How much a draft is worth trusting, by the additive rule of the original system: 0.7, plus 0.1
/// if the best passage scores above 0.5, minus 0.2 for an error, minus 0.05 for a warning, minus
/// 0.1 if repairs left less than 70 % of the raw text; clamped to 0..1. Kept for comparability with
/// its records.
public final class DraftConfidence {
    private DraftConfidence() {}

    /// Confidence 0..1 in the draft a verdict is about.
    public static double of(Verdict verdict) {
        var draft = verdict.draft();
        var best = draft.shown().stream().mapToDouble(Passage::score).max().orElse(0);
        var confidence = 0.7 + (best > 0.5 ? 0.1 : 0);
        if (has(verdict, Severity.ERROR)) confidence -= 0.2;
        if (has(verdict, Severity.WARNING)) confidence -= 0.05;
        if (verdict instanceof Verdict.Cleared cleared
                && cleared.text().length() < 0.7 * draft.text().length()) {
            confidence -= 0.1;
        }
        return Math.clamp(confidence, 0, 1);
    }

    private static boolean has(Verdict verdict, Severity severity) {
        return verdict.findings().stream().anyMatch(finding -> finding.severity() == severity);
    }
}
