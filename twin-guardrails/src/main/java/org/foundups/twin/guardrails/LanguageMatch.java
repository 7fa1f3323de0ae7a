package org.foundups.twin.guardrails;

import com.ibm.icu.lang.UScript;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;
import org.jspecify.annotations.Nullable;

/// Objects to an answer in another language than asked for, where that can be told cheaply. Asked
/// for is what the caller says, else what the target says it is in, else what it is found to be in.
final class LanguageMatch implements Check {
    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        var wanted = occasion.incoming().constraints().language();
        if (wanted == null) wanted = occasion.target().language();
        var comment = occasion.target().text();
        int script = Languages.script(text.original());
        if (script == UScript.UNKNOWN) return List.of();
        var scripts = wanted == null ? scripts(comment) : Languages.scripts(wanted);
        if (!scripts.isEmpty() && !scripts.contains(script)) {
            return finding(
                    "It is written in "
                            + UScript.getName(script)
                            + " letters, which the language asked for is not.");
        }
        var language =
                wanted == null ? Languages.ofLatin(Occasion.words(comment)) : primary(wanted);
        return script == UScript.LATIN ? inLatin(text, language) : List.of();
    }

    private static Set<Integer> scripts(String comment) {
        int script = Languages.script(comment);
        return script == UScript.UNKNOWN ? Set.of() : Set.of(script);
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    private static List<Finding> inLatin(Reading text, @Nullable String wanted) {
        if (wanted == null || !Languages.known(wanted)) return List.of();
        var found = Languages.ofLatin(text.words());
        if (found == null || found.equals(wanted)) return List.of();
        var name = Locale.of(found).getDisplayLanguage(Locale.ENGLISH);
        var other = Locale.of(wanted).getDisplayLanguage(Locale.ENGLISH);
        return finding("It is in " + name + "; it should be in " + other + ".");
    }

    private static List<Finding> finding(String message) {
        return List.of(new Finding("language", Severity.WARNING, message, null));
    }
}
