package org.foundups.twin.rag.files;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.foundups.twin.rag.video.VideoSettings;
import org.jspecify.annotations.Nullable;

/// How a file is to be read.
///
/// @param persona whose memory it goes to; also the name under which the creator speaks there
/// @param format auto or one of [FileFormat#ids], in any case
/// @param encoding null to detect it: UTF-8, or UTF-16 by its byte order mark; windows-1252 and
///   others must be named
/// @param speaker who speaks where the file does not say; null means nobody knows
/// @param sourceType what the rows are where the file does not say; null leaves it to the format
/// @param platform where they come from where the file does not say
/// @param zone in which times without offset are read; null refuses such rows
/// @param channel whose videos they are where the file does not say; null means nobody knows
/// @param own names, handles and channel ids by which the creator is known in archives
/// @param channelAliases older names of channels and what they are called today, lower case
public record ImportOptions(
        String persona,
        String format,
        @Nullable String encoding,
        @Nullable String speaker,
        @Nullable String sourceType,
        @Nullable String platform,
        @Nullable ZoneId zone,
        @Nullable String channel,
        Set<String> own,
        Map<String, String> channelAliases) {
    public ImportOptions {
        own = Set.copyOf(own);
        channelAliases = Map.copyOf(channelAliases);
    }

    /// Everything as the file says.
    public static ImportOptions of(String persona, String format) {
        return new ImportOptions(
                persona, format, null, null, null, null, null, null, Set.of(persona), Map.of());
    }

    /// These options for rows that do not name their speaker.
    public ImportOptions spokenBy(String other) {
        return new ImportOptions(
                persona,
                format,
                encoding,
                other,
                sourceType,
                platform,
                zone,
                channel,
                own,
                channelAliases);
    }

    /// These options for a creator who is known by these names.
    public ImportOptions knownAs(Set<String> names) {
        return new ImportOptions(
                persona,
                format,
                encoding,
                speaker,
                sourceType,
                platform,
                zone,
                channel,
                names,
                channelAliases);
    }

    /// These options where channels have had other names.
    public ImportOptions knowing(Map<String, String> aliases) {
        return new ImportOptions(
                persona,
                format,
                encoding,
                speaker,
                sourceType,
                platform,
                zone,
                channel,
                own,
                aliases);
    }

    /// How video index files are understood under these options.
    VideoSettings videos() {
        return new VideoSettings(
                own, channelAliases, channel, zone == null ? ZoneOffset.UTC : zone);
    }

    /// Whether a name, handle or channel id is the creator's: letter case and a leading `@` do not
    /// matter.
    public boolean isOwn(@Nullable String name) {
        return name != null
                && own.stream().anyMatch(mine -> bare(mine).equalsIgnoreCase(bare(name)));
    }

    private static String bare(String name) {
        var stripped = name.strip();
        return stripped.startsWith("@") ? stripped.substring(1) : stripped;
    }
}
