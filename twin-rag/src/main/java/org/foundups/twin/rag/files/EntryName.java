package org.foundups.twin.rag.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What may be made of the name of a file in an archive. Names are shown and kept, and never used
/// as paths; a name that tries to be one that leads elsewhere is refused all the same.
final class EntryName {
    private static final int LONGEST = 1_000;

    private record Rule(Predicate<String> objects, String reason) {}

    private static final List<Rule> IN_ORDER =
            List.of(
                    new Rule(String::isBlank, "it has no name"),
                    new Rule(
                            name -> name.length() > LONGEST,
                            "its name is longer than " + LONGEST + " characters"),
                    new Rule(
                            name -> name.chars().anyMatch(c -> c < ' ' || c == 127),
                            "its name holds control characters"),
                    new Rule(
                            name -> name.startsWith("/") || name.matches("(?i)[a-z]:.*"),
                            "its name is an absolute path"),
                    new Rule(
                            name -> Arrays.asList(name.split("[/\\\\]", -1)).contains(".."),
                            "its name leads out of the archive"));

    /// Endings of what holds no words that could be read here.
    private static final Set<String> WORDLESS =
            Set.of(
                    "jpg",
                    "jpeg",
                    "png",
                    "gif",
                    "webp",
                    "heic",
                    "svg",
                    "ico",
                    "mp4",
                    "mov",
                    "webm",
                    "mkv",
                    "avi",
                    "m4a",
                    "mp3",
                    "wav",
                    "ogg",
                    "opus",
                    "flac",
                    "pdf",
                    "docx",
                    "xlsx",
                    "pptx",
                    "css",
                    "woff",
                    "woff2",
                    "ttf",
                    "map",
                    "sqlite3",
                    "db",
                    "exe",
                    "dll",
                    "so",
                    "ds_store");

    private EntryName() {}

    static Optional<String> objection(String name) {
        return IN_ORDER.stream()
                .filter(rule -> rule.objects().test(name))
                .map(Rule::reason)
                .findFirst();
    }

    /// Whether the name says that there is nothing to read: media, and what systems leave behind.
    static boolean holdsNoWords(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var file = lower.substring(lower.lastIndexOf('/') + 1);
        return lower.startsWith("__macosx/")
                || lower.contains("/__macosx/")
                || file.startsWith(".")
                || WORDLESS.contains(file.substring(file.lastIndexOf('.') + 1));
    }

    static String printable(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }
}
