package org.foundups.twin.rag.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was said in those threads that somebody asks for, as far as it fits.
final class Threads {
    /// Characters of names and texts that are kept.
    static final long LIMIT = 64L << 20;

    /// What an entry takes beside its characters, as so many of them.
    private static final int ENTRY = 64;

    private final Map<String, List<Said>> wanted = new HashMap<>();
    private final long limit;
    private long kept;
    private boolean overflowed;

    Threads(long limit) {
        this.limit = limit;
    }

    /// Remembers that a thread will be asked for.
    void want(String thread) {
        if (!wanted.containsKey(thread) && fits(thread)) wanted.put(thread, List.of());
    }

    /// Keeps what was said in a thread, if that is wanted.
    void offer(@Nullable String thread, Said said) {
        if (thread == null || said.text().isBlank() || !wanted.containsKey(thread)) return;
        if (!fits(said.text())) return;
        wanted.merge(thread, List.of(said), Threads::together);
    }

    private static List<Said> together(List<Said> earlier, List<Said> more) {
        var both = earlier.size() < 2 ? new ArrayList<>(earlier) : earlier;
        both.addAll(more);
        return both;
    }

    private boolean fits(String text) {
        var size = text.length() + ENTRY;
        if (kept + size > limit) overflowed = true;
        else kept += size;
        return !overflowed;
    }

    boolean wantsNothing() {
        return wanted.isEmpty();
    }

    boolean overflowed() {
        return overflowed;
    }

    /// What a reply in a thread answered; null if the file does not say.
    @Nullable String answeredBy(Said reply, String thread) {
        return answered(reply, wanted.getOrDefault(thread, List.of()));
    }

    /// What a reply answered: the latest earlier words of whom it calls by name at its beginning,
    /// else the beginning of its thread.
    static @Nullable String answered(Said reply, List<Said> thread) {
        var called =
                thread.stream()
                        .filter(said -> !said.begins() && said.before(reply))
                        .filter(said -> calls(reply.text(), said.author()))
                        .max(
                                Comparator.comparingInt(Threads::nameLength)
                                        .thenComparing(Threads::moment));
        return called.or(() -> thread.stream().filter(Said::begins).findFirst())
                .map(Said::text)
                .orElse(null);
    }

    private static int nameLength(Said said) {
        return Objects.requireNonNullElse(said.author(), "").length();
    }

    private static Instant moment(Said said) {
        return Objects.requireNonNullElse(said.at(), Instant.MIN);
    }

    private static boolean calls(String text, @Nullable String author) {
        var words = text.stripLeading();
        if (author == null || !words.startsWith("@")) return false;
        var name = author.startsWith("@") ? author.substring(1) : author;
        var end = 1 + name.length();
        return !name.isBlank()
                && words.regionMatches(true, 1, name, 0, name.length())
                && (words.length() == end || !Character.isLetterOrDigit(words.codePointAt(end)));
    }
}
