package org.foundups.twin.rag;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How a file is to be read.
///
/// @param persona whose memory it goes to
/// @param format auto, json, jsonl, csv or text, in any case
/// @param encoding null to detect it: UTF-8, or UTF-16 by its byte order mark; windows-1252 and
///   others must be named
/// @param speaker who speaks where the file does not say; null means nobody knows
/// @param sourceType what the rows are where the file does not say; null means comment
/// @param platform where they come from where the file does not say
/// @param zone in which times without offset are read; null refuses such rows
public record ImportOptions(
        String persona,
        String format,
        @Nullable String encoding,
        @Nullable String speaker,
        @Nullable String sourceType,
        @Nullable String platform,
        @Nullable ZoneId zone) {

    /// Everything as the file says.
    public static ImportOptions of(String persona, String format) {
        return new ImportOptions(persona, format, null, null, null, null, null);
    }

    /// These options for rows that do not name their speaker.
    public ImportOptions spokenBy(String other) {
        return new ImportOptions(persona, format, encoding, other, sourceType, platform, zone);
    }
}
