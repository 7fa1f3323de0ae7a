package org.foundups.twin.rag.routing;

import java.util.Map;
import java.util.Set;

/// What the operator says about channels and categories.
///
/// @param channels what is known of channels, by name in lower case
/// @param aliases older names of channels and what they are called today, lower case
/// @param ownCategories categories in which the creator speaks, lower case
/// @param musicCategories categories of music, lower case
/// @param facelessCategories categories of material without a face, lower case
/// @param ownShare the least share of speech that makes a video the creator's, 0 to 1
public record RoutingPolicy(
        Map<String, ChannelPolicy> channels,
        Map<String, String> aliases,
        Set<String> ownCategories,
        Set<String> musicCategories,
        Set<String> facelessCategories,
        double ownShare) {
    /// What a channel is.
    public enum ChannelPolicy {
        /// The creator may speak there: the rules decide.
        MIXED,
        /// Everything there is music.
        MUSIC_ONLY
    }

    public RoutingPolicy {
        channels = Map.copyOf(channels);
        aliases = Map.copyOf(aliases);
        ownCategories = Set.copyOf(ownCategories);
        musicCategories = Set.copyOf(musicCategories);
        facelessCategories = Set.copyOf(facelessCategories);
        if (!(ownShare > 0 && ownShare <= 1))
            throw new IllegalArgumentException("own_share is above 0 and at most 1");
    }

    /// What holds where nobody says anything else.
    public static RoutingPolicy standard() {
        return new RoutingPolicy(
                Map.of("antifafm", ChannelPolicy.MUSIC_ONLY),
                Map.of("ravingantifa", "antifafm"),
                Set.of("personal_vlog", "educational"),
                Set.of("ffcpln_music"),
                Set.of("ice_remix"),
                0.5);
    }
}
