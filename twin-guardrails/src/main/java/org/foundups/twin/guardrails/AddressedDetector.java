package org.foundups.twin.guardrails;

import java.util.HashSet;
import java.util.Set;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Span;
import org.jspecify.annotations.Nullable;

/// Weighs whether the text is meant for the creator: by name or handle, by whom it answers, and by
/// how it speaks.
final class AddressedDetector {
    private static final Set<String> YOU =
            Set.of(
                    "you", "your", "yours", "u", "ur", "you're", "you've", "you'd", "du", "dein",
                    "deine", "dir", "dich", "sie", "ihr", "tu", "tus", "te", "usted", "vous",
                    "votre", "ton", "ta", "você", "seu", "sua", "ты", "вы", "твой", "ваш");
    private static final Set<String> EVERYONE =
            Set.of(
                    "guys",
                    "everyone",
                    "everybody",
                    "anyone",
                    "anybody",
                    "people",
                    "y'all",
                    "folks");

    /// @param probability that the creator is meant
    /// @param reason why, with what it rests on
    record Address(double probability, Reason reason) {}

    Address look(Subject subject) {
        var name = named(subject);
        var other = otherHandle(subject);
        if (other != null && (name == null || other.start() < name.start())) return toOther(other);
        if (name != null) return new Address(0.95, reason("It names the creator.", 0.3, name));
        var target = subject.incoming().target();
        if (target.parentId() == null && target.thread().isEmpty()) return topLevel(subject);
        return inThread(subject);
    }

    private static Address toOther(Span other) {
        var reason =
                new Reason(
                        "ADDRESSED_TO_OTHER",
                        "It opens with the handle of somebody else.",
                        -0.5,
                        other);
        return new Address(0.07, reason);
    }

    /// A first-level comment stands under the creator's own video.
    private static Address topLevel(Subject subject) {
        var you = first(subject.text(), YOU);
        if (you != null) {
            return new Address(0.85, reason("It speaks to the creator directly.", 0.2, you));
        }
        var all = first(subject.text(), EVERYONE);
        if (all != null) {
            return new Address(0.45, reason("It speaks to everybody.", 0.05, all));
        }
        return new Address(0.6, reason("It stands under the creator's own work.", 0.1, null));
    }

    private static Address inThread(Subject subject) {
        var thread = subject.incoming().target().thread();
        var you = first(subject.text(), YOU);
        if (!thread.isEmpty() && own(subject.incoming(), thread.getLast().author())) {
            return new Address(0.9, reason("It answers the creator.", 0.3, you));
        }
        boolean took = thread.stream().anyMatch(said -> own(subject.incoming(), said.author()));
        if (took) {
            return new Address(
                    you == null ? 0.45 : 0.55,
                    reason("It continues a thread the creator took part in.", 0.05, you));
        }
        var reason =
                new Reason(
                        "ADDRESSED_TO_OTHER",
                        "It continues a thread between other people.",
                        -0.3,
                        null);
        return thread.isEmpty()
                ? new Address(0.4, reason("It answers a comment.", 0, you))
                : new Address(0.25, reason);
    }

    private static Reason reason(String text, double weight, @Nullable Span evidence) {
        return new Reason("ADDRESSED", text, weight, evidence);
    }

    private static boolean own(Incoming incoming, Author author) {
        var platform = incoming.target().account().platform();
        return author.id() != null
                && incoming.persona().ownAccounts().stream()
                        .anyMatch(account ->
                                account.platform() == platform && account.id().equals(author.id()));
    }

    private static @Nullable Span named(Subject subject) {
        var names = names(subject.incoming());
        var text = subject.text();
        for (var link : text.links()) {
            if (link.kind() == Link.Kind.HANDLE && names.contains(link.address().substring(1))) {
                return link.span();
            }
        }
        return first(text, names);
    }

    /// The handles, and each part of the name that is long enough to be nobody else's word.
    private static Set<String> names(Incoming incoming) {
        Set<String> names = new HashSet<>();
        for (var handle : incoming.persona().handles()) {
            names.add(handle.startsWith("@") ? handle.substring(1) : handle);
        }
        for (var part : Words.of(Folding.fold(incoming.persona().name()).text())) {
            if (part.text().length() >= 4) names.add(part.text());
        }
        return names;
    }

    private static @Nullable Span otherHandle(Subject subject) {
        var links = subject.text().links();
        if (links.isEmpty() || links.getFirst().kind() != Link.Kind.HANDLE) return null;
        var first = links.getFirst();
        boolean opens = subject.text().folded().substring(0, first.from()).isBlank();
        boolean own = names(subject.incoming()).contains(first.address().substring(1));
        return opens && !own ? first.span() : null;
    }

    private static @Nullable Span first(Reading text, Set<String> wanted) {
        var words = text.words();
        for (int i = 0; i < words.size(); i++) {
            for (var form : words.get(i).forms()) {
                if (wanted.contains(form)) return text.plain().span(i, i);
            }
        }
        return null;
    }
}
