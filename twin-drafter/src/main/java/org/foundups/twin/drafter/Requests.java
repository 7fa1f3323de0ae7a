package org.foundups.twin.drafter;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;

/// What is asked for beyond the fixed rules: another language, fewer words, no emoji, and what was
/// wrong with the attempt before. Our own words, outside every marker.
final class Requests {
    /// Above this the rules of the fixed part keep a text short enough.
    private static final int USUAL_CHARS = 240;

    private static final int CORRECTIONS = 3;

    private Requests() {}

    static List<String> of(Brief brief) {
        var requests = new ArrayList<String>();
        var constraints = brief.incoming().constraints();
        if (constraints.language() != null) {
            requests.add("Answer in the language \"" + language(constraints.language()) + "\".");
        }
        if (constraints.maxChars() < USUAL_CHARS) {
            requests.add("At most " + Math.max(3, constraints.maxChars() / 7) + " words.");
        }
        brief.corrections().stream()
                // What the rails mended by themselves is no objection.
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Finding::message)
                .distinct()
                .limit(CORRECTIONS)
                .map(message -> "Last try was refused: " + OutsideText.clean(message, 30))
                .forEach(requests::add);
        return requests;
    }

    private static String language(String tag) {
        var name =
                java.util.Locale.forLanguageTag(tag).getDisplayLanguage(java.util.Locale.ENGLISH);
        return Plain.line(name.isEmpty() ? tag : name, 30);
    }
}
