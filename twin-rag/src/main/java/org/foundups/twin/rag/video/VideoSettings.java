package org.foundups.twin.rag.video;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How video index files are to be understood.
///
/// @param creators names by which the creator stands as a speaker, in any case
/// @param channelAliases older names of channels and what they are called today, lower case
/// @param channel of files whose content and folder name none; null if nobody knows
/// @param zone in which times without an offset are read
public record VideoSettings(
        Set<String> creators,
        Map<String, String> channelAliases,
        @Nullable String channel,
        ZoneId zone) {
    public VideoSettings {
        var lower = new HashSet<String>();
        for (var name : creators) lower.add(name.strip().toLowerCase(Locale.ROOT));
        creators = Set.copyOf(lower);
        channelAliases = Map.copyOf(new HashMap<>(channelAliases));
    }

    /// The creator is `012`, the one alias is ravingantifa for antifafm, times are UTC.
    public static VideoSettings standard() {
        return new VideoSettings(
                Set.of("012"), Map.of("ravingantifa", "antifafm"), null, ZoneOffset.UTC);
    }

    /// These settings for files of one channel.
    public VideoSettings of(@Nullable String other) {
        return new VideoSettings(creators, channelAliases, other, zone);
    }

    /// A channel's name of today.
    String channelNamed(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return channelAliases.getOrDefault(lower, lower);
    }
}
