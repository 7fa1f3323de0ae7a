package org.foundups.twin.guardrails;

import java.util.List;
import java.util.Map;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;

/// Objects to a text that is too short or too long: for the creator's style and the caller's wish
/// another draft is asked for, above what the platform takes it is forbidden.
final class LengthLimits implements Check {
    private final StyleRules.Length style;
    private final Map<String, Integer> hardLimits;

    /// @param hardLimits by `platform.kind`, in the platform's own count
    LengthLimits(StyleRules.Length style, Map<String, Integer> hardLimits) {
        this.style = style;
        this.hardLimits = hardLimits;
    }

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        var target = occasion.target();
        var hard = hardLimits.get(Kinds.of(target));
        int counted = TextLength.on(target.account().platform(), text);
        if (hard != null && counted > hard) {
            return List.of(finding("max_length", Severity.ERROR, counted, "takes at most " + hard));
        }
        int length = text.original().length();
        int most = Math.min(style.max(), occasion.incoming().constraints().maxChars());
        if (length > most) {
            return List.of(
                    finding(
                            "max_length",
                            Severity.WARNING,
                            length,
                            "are too many: at most " + most));
        }
        int least = Math.min(style.min(), most);
        if (length < least) {
            return List.of(
                    finding(
                            "min_length",
                            Severity.WARNING,
                            length,
                            "are too few: at least " + least));
        }
        return List.of();
    }

    private static Finding finding(String rule, Severity severity, int length, String limit) {
        var subject = severity == Severity.ERROR ? "; the platform " : " ";
        return new Finding(rule, severity, length + " characters" + subject + limit + ".", null);
    }
}
