package org.foundups.twin.rag.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a file's name says about its video: `Title [id].en.vtt` and `id.en.srt` as yt-dlp writes
/// them, `recording.mp3.json`, or any other name, which then stands for the video.
///
/// @param id null if the name cannot be one
/// @param title null if the name holds only an id
/// @param language as a tag such as `en` or `pt-BR`; null if it names none
record VideoName(@Nullable String id, @Nullable String title, @Nullable String language) {
    private static final Pattern YOUTUBE = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern TITLED = Pattern.compile("(.*)\\[([A-Za-z0-9_-]{11})\\]");
    private static final Pattern ID =
            Pattern.compile("(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}_. -]{1,100}");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2})(-[A-Za-z0-9]{2,8}){0,2}");

    /// What programs add to the name of what they read.
    private static final Set<String> ENDINGS =
            Set.of(
                    "srt", "vtt", "webvtt", "json", "json3", "ttml", "dfxp", "xml", "srv1", "srv2",
                    "srv3", "txt", "wav", "mp3", "m4a", "mp4", "mkv", "webm", "ogg", "opus", "flac",
                    "mov", "aac");

    private static final Set<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

    static VideoName of(SourceFile file) {
        var name = file.fileName().substring(file.fileName().lastIndexOf('\\') + 1).strip();
        String language = null;
        for (var last = last(name); !last.isEmpty(); last = last(name)) {
            var tag = LANGUAGE.matcher(last);
            if (ENDINGS.contains(last.toLowerCase(Locale.ROOT))) {
                name = name.substring(0, name.length() - last.length() - 1);
            } else if (language == null && tag.matches() && LANGUAGES.contains(tag.group(1))) {
                language = last;
                name = name.substring(0, name.length() - last.length() - 1);
            } else {
                break;
            }
        }
        return of(name.strip(), language);
    }

    private static VideoName of(String name, @Nullable String language) {
        var titled = TITLED.matcher(name);
        if (titled.matches()) {
            var title = titled.group(1).strip();
            return new VideoName(titled.group(2), title.isEmpty() ? null : title, language);
        }
        if (YOUTUBE.matcher(name).matches()) return new VideoName(name, null, language);
        var id = ID.matcher(name).matches() ? name : null;
        return new VideoName(id, name.isEmpty() ? null : name, language);
    }

    /// What follows the last dot; empty if nothing would be left before it.
    private static String last(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1);
    }

    /// Whether the id has the form of YouTube's.
    boolean onYouTube() {
        return id != null && YOUTUBE.matcher(id).matches();
    }

    Locale locale() {
        return language == null ? Locale.ROOT : Locale.forLanguageTag(language);
    }
}
