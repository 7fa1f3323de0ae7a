package org.foundups.twin.rag.routing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides where an item goes; the first rule that says something counts, and what no rule knows is
/// held. An operator's override stands above all of them.
///
/// Never evidence, because the writers set them whatever the video is: `is_012_content`, the topics
/// of a stub, `metadata.speakers`.
public final class RoutingRules {
    private interface Rule {
        Optional<Routing> of(IndexItem item, RoutingPolicy policy);
    }

    private static final List<Rule> IN_ORDER =
            List.of(
                    RoutingRules::unreadable,
                    RoutingRules::musicChannel,
                    RoutingRules::silent,
                    RoutingRules::music,
                    RoutingRules::faceless,
                    RoutingRules::ownVoice);

    private RoutingRules() {}

    /// Decides.
    ///
    /// @param ordered the operator's override; null if there is none
    public static Routing route(IndexItem item, @Nullable Route ordered, RoutingPolicy policy) {
        if (ordered != null)
            return new Routing(ordered, "override", 1, List.of("Somebody ordered it."));
        return IN_ORDER.stream()
                .flatMap(rule -> rule.of(item, policy).stream())
                .findFirst()
                .orElseGet(() ->
                        Routing.held(
                                "no_category",
                                item.category() == null
                                        ? "The file names no category."
                                        : "Nothing is known of category " + item.category() + "."));
    }

    private static Optional<Routing> unreadable(IndexItem item, RoutingPolicy policy) {
        var why = item.unreadable();
        return why == null
                ? Optional.empty()
                : Optional.of(Routing.held("unreadable", "The file cannot be read: " + why + "."));
    }

    private static Optional<Routing> musicChannel(IndexItem item, RoutingPolicy policy) {
        var channel = item.channel();
        if (channel == null) return Optional.empty();
        var today = policy.aliases().getOrDefault(channel, channel);
        return policy.channels().get(today) == RoutingPolicy.ChannelPolicy.MUSIC_ONLY
                ? Optional.of(
                        new Routing(
                                Route.MUSIC_PIPELINE,
                                "channel_policy",
                                0.95,
                                List.of("Channel " + today + " holds music only.")))
                : Optional.empty();
    }

    private static Optional<Routing> silent(IndexItem item, RoutingPolicy policy) {
        return item.hasText()
                ? Optional.empty()
                : Optional.of(Routing.held("no_segments", "No segment has any text."));
    }

    private static Optional<Routing> music(IndexItem item, RoutingPolicy policy) {
        return material(
                item, policy.musicCategories().contains(category(item)), Route.MUSIC_PIPELINE);
    }

    private static Optional<Routing> faceless(IndexItem item, RoutingPolicy policy) {
        return material(
                item,
                policy.facelessCategories().contains(category(item)),
                Route.FACELESS_PIPELINE);
    }

    /// Material in which the creator speaks is nobody's to give away without asking.
    private static Optional<Routing> material(IndexItem item, boolean isMaterial, Route route) {
        if (!isMaterial) return Optional.empty();
        if (item.ownShare() > 0)
            return Optional.of(
                    new Routing(
                            Route.HOLD_FOR_REVIEW,
                            "category_conflict",
                            0,
                            List.of(saysCategory(item), saysShare(item))));
        var confidence = item.share() == null ? 0.7 : 0.9;
        return Optional.of(
                new Routing(
                        route,
                        "category",
                        confidence,
                        List.of(saysCategory(item), saysShare(item))));
    }

    private static Optional<Routing> ownVoice(IndexItem item, RoutingPolicy policy) {
        if (!policy.ownCategories().contains(category(item))) return Optional.empty();
        var evidence = List.of(saysCategory(item), saysShare(item));
        if (item.share() == null)
            return Optional.of(new Routing(Route.HOLD_FOR_REVIEW, "speaker_unknown", 0, evidence));
        if (item.ownShare() < policy.ownShare())
            return Optional.of(new Routing(Route.HOLD_FOR_REVIEW, "minority_speaker", 0, evidence));
        // Who speaks in a summary is a model's word; who speaks in a transcript is heard.
        var confidence = item.ownShare() * (item.verbatim() ? 1 : 0.8);
        return Optional.of(new Routing(Route.TWIN_MEMORY, "own_voice", confidence, evidence));
    }

    private static String category(IndexItem item) {
        return Objects.requireNonNullElse(item.category(), "");
    }

    private static String saysCategory(IndexItem item) {
        return "The file calls it " + category(item) + ".";
    }

    private static String saysShare(IndexItem item) {
        var share = item.share();
        return share == null
                ? "No speaker is known."
                : String.format(
                        Locale.ROOT,
                        "The creator speaks %d of %d segments of the %s track.",
                        share.own(),
                        share.all(),
                        share.track().id());
    }
}
