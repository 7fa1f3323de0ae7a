package org.foundups.twin.rag.video;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who speaks, as far as anybody knows. Rules P1 and P2.
public sealed interface Speaker {
    /// The creator.
    record Creator(String name) implements Speaker {}

    /// Somebody else who is known.
    record Other(String name) implements Speaker {}

    /// Nobody knows.
    record Unknown() implements Speaker {}

    /// A name that names nobody: a role, or a description.
    Pattern NOBODY =
            Pattern.compile(
                    "(?:(?:unknown|unidentified)(?: speaker)?|narrator|speaker|host|voice)"
                            + "(?:[\\s_#.-]*(?:\\d{1,9}|[a-z]))?"
                            + "|none|n/a|(?:a|an|the)\\s.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// Reads a name.
    ///
    /// @param creators names of the creator, lower case
    static Speaker of(@Nullable String name, Set<String> creators) {
        var bare = name == null ? "" : name.strip();
        if (bare.isEmpty() || NOBODY.matcher(bare).matches()) return new Unknown();
        return creators.contains(bare.toLowerCase(Locale.ROOT))
                ? new Creator(bare)
                : new Other(bare);
    }
}
