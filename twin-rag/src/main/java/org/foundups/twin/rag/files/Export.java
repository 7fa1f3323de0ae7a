package org.foundups.twin.rag.files;

import java.util.List;
import java.util.regex.Pattern;

/// Which platform's export an archive is. Exports hold far more than public words, private messages
/// among it: of them only what is known to be the creator's own public words is read.
public enum Export {
    /// No export: its files are read as if each had come by itself.
    NONE("(?!)", ".*"),
    X(
            "(.*/)?data/(tweets?|tweets-part\\d+|manifest|account)\\.js",
            "(.*/)?data/tweets?(-part\\d+)?\\.js"),
    TAKEOUT("(.*/)?Takeout/.+", ".*"),
    LINKEDIN("(.*/)?(Connections|messages|Shares|Invitations)\\.csv", ".*");

    /// Names by one of which an archive shows what it is.
    private final String marks;

    /// Names of files that may hold public words; content decides further.
    private final String words;

    Export(String marks, String words) {
        this.marks = marks;
        this.words = words;
    }

    /// Whether a file of such an archive is looked into at all.
    public boolean mayHoldWords(String name) {
        return name.matches(words);
    }

    /// Tells by the names in an archive.
    static Export of(List<String> names) {
        for (var export : values()) {
            if (names.stream().anyMatch(Pattern.compile(export.marks).asMatchPredicate()))
                return export;
        }
        return NONE;
    }

    /// Whether files of a format are read from such an archive.
    public boolean takes(FileFormat format) {
        return this == NONE || format.isPlatformArchive();
    }
}
