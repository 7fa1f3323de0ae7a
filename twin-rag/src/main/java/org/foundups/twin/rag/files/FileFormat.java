package org.foundups.twin.rag.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foundups.twin.core.TwinException;

/// The formats that can be imported.
public enum FileFormat {
    JSON,
    JSONL("ndjson"),
    CSV("tsv"),
    TEXT("txt"),
    SRT("subrip"),
    VTT("webvtt"),
    WHISPER,
    JSON3,
    TTML("dfxp"),
    VIDEO_INDEX,
    MARKDOWN("md"),
    YOUTUBE_COMMENTS,
    TAKEOUT_COMMENTS,
    TAKEOUT_LIVE_CHAT,
    LINKEDIN_COMMENTS,
    LINKEDIN_SHARES,
    X_TWEETS;

    private final String alias;

    FileFormat() {
        this("");
    }

    FileFormat(String alias) {
        this.alias = alias;
    }

    /// The name by which it is asked for, in lower case with dashes.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it is a platform's own form for the public words of an account's owner.
    boolean isPlatformArchive() {
        return switch (this) {
            case YOUTUBE_COMMENTS,
                    TAKEOUT_COMMENTS,
                    TAKEOUT_LIVE_CHAT,
                    LINKEDIN_COMMENTS,
                    LINKEDIN_SHARES,
                    X_TWEETS ->
                    true;
            case JSON, JSONL, CSV, TEXT, MARKDOWN, SRT, VTT, WHISPER, JSON3, TTML, VIDEO_INDEX ->
                    false;
        };
    }

    /// The names of all.
    public static List<String> ids() {
        return Arrays.stream(values()).map(FileFormat::id).toList();
    }

    /// Reads a name in any case.
    ///
    /// @return empty for `auto`: the content decides
    /// @throws TwinException VALIDATION if no format has the name
    public static Optional<FileFormat> named(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.equals("auto")) return Optional.empty();
        for (var format : values()) {
            if (format.id().equals(wanted) || format.alias.equals(wanted))
                return Optional.of(format);
        }
        throw new TwinException(
                TwinException.Code.VALIDATION,
                "A format is one of auto, " + String.join(", ", ids()) + ".");
    }
}
