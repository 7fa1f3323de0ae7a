package org.foundups.twin.guardrails;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foundups.twin.core.Span;
import org.jspecify.annotations.Nullable;

/// What the spam score looks at.
///
/// @param values one number a feature, each 0..4, in the order of [#NAMES]
/// @param evidence the heaviest advertising phrase or the first link; null if there is neither
record SpamFeatures(List<Double> values, @Nullable Span evidence) {
    static final List<String> NAMES =
            List.of("phrases", "links", "ways_out", "capitals", "exclamations", "length");
    static final double BIAS = -3.07;
    static final List<Double> WEIGHTS = List.of(4.16, 1.50, 3.10, 0.55, 0.40, 0.51);

    SpamFeatures {
        values = List.copyOf(values);
    }

    static SpamFeatures of(Reading text, Phrases advertising) {
        double phrases = 0;
        double heaviest = 0;
        Span evidence = null;
        Set<String> counted = new HashSet<>();
        for (var view : text.views()) {
            for (var match : advertising.find(view)) {
                double weight = match.phrase().weight();
                if (counted.add(match.phrase().source())) phrases += weight;
                if (weight > heaviest) {
                    heaviest = weight;
                    evidence = match.span();
                }
            }
        }
        if (evidence == null && !text.links().isEmpty()) evidence = text.links().getFirst().span();
        return new SpamFeatures(values(text, phrases), evidence);
    }

    private static List<Double> values(Reading text, double phrases) {
        var original = text.original();
        return List.of(
                Math.min(4, phrases),
                (double) Math.min(3, count(text, Link.Kind.WEB)),
                (double) Math.min(3, waysOut(text)),
                capitals(original),
                original.chars().filter(character -> character == '!').limit(3).count() / 3.0,
                Math.log1p(text.words().size()) / 4);
    }

    private static long count(Reading text, Link.Kind kind) {
        return text.links().stream().filter(link -> link.kind() == kind).count();
    }

    /// Addresses elsewhere, and what leads away without a link. A handle stays on the platform.
    private static long waysOut(Reading text) {
        return text.links().stream().filter(SpamFeatures::leadsAway).count();
    }

    private static boolean leadsAway(Link link) {
        return switch (link.kind()) {
            case WEB -> !ownPlatform(link.address());
            case EMAIL, PHONE, WALLET -> true;
            case HANDLE -> false;
        };
    }

    private static boolean ownPlatform(String host) {
        return host.equals("youtu.be")
                || host.equals("youtube.com")
                || host.endsWith(".youtube.com");
    }

    private static double capitals(String text) {
        long upper = text.chars().filter(Character::isUpperCase).count();
        long lower = text.chars().filter(Character::isLowerCase).count();
        return upper + lower < 10 ? 0 : (double) upper / (upper + lower);
    }
}
