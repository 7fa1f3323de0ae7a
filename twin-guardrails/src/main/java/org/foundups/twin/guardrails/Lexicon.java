package org.foundups.twin.guardrails;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The phrase lists that come with the module, one text file each: `weight | phrase`, `#` for
/// comments. What a weight means is said at the top of each file.
enum Lexicon {
    ABUSE,
    ABUSE_NEUTRAL,
    CRISIS,
    DENIAL,
    DISCLOSURE,
    IMPERSONATION,
    INJECTION,
    INJECTION_NEUTRAL,
    LEAK,
    PRAISE,
    PRIVATE_DATA,
    QUESTION,
    SPAM;

    @SuppressWarnings("ImmutableEnumChecker") // The list is unmodifiable; its type cannot say so.
    private final List<Phrase> phrases = read();

    List<Phrase> phrases() {
        return phrases;
    }

    /// Words somebody might disguise.
    static Set<String> worthHiding() {
        Set<String> words = new HashSet<>();
        for (var lexicon : List.of(ABUSE, CRISIS, INJECTION)) {
            words.addAll(Phrases.vocabulary(lexicon.phrases));
        }
        return words;
    }

    /// Every word of every list and the commonest words of English: enough to find the words in a
    /// run of letters without spaces.
    static Set<String> vocabulary() {
        return Vocabulary.ALL;
    }

    private static final class Vocabulary {
        private static final Set<String> ALL = all();

        private static Set<String> all() {
            Set<String> words = new HashSet<>();
            for (var lexicon : values()) words.addAll(Phrases.vocabulary(lexicon.phrases));
            for (var line : lines("common.txt")) words.addAll(Arrays.asList(line.split(" ", -1)));
            return Set.copyOf(words);
        }
    }

    private List<Phrase> read() {
        var file = name().toLowerCase(Locale.ROOT) + ".txt";
        List<Phrase> read = new ArrayList<>();
        for (var line : lines(file)) {
            int bar = line.indexOf('|');
            if (bar < 0) throw new IllegalStateException(file + ": no weight in \"" + line + '"');
            double weight = Double.parseDouble(line.substring(0, bar).strip());
            read.add(PhraseSyntax.phrase(line.substring(bar + 1).strip(), weight));
        }
        return List.copyOf(read);
    }

    static List<String> lines(String file) {
        var stream = Lexicon.class.getResourceAsStream(file);
        if (stream == null) throw new IllegalStateException(file + " is missing from the module");
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}
