package org.foundups.twin.rag.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a cue apart at its voice tags, `<v Name>`, and frees it of markup.
final class CueVoices {
    private static final Pattern TAG =
            Pattern.compile("<v(?:\\.[^\\s<>]{0,100})?\\s+([^<>]{1,200})>|</v>");

    private CueVoices() {}

    /// Voices that follow each other in one cue share its time by the length of their words.
    static List<Cue> of(Cue marked) {
        var parts = new ArrayList<CueParts.Part>();
        var tag = TAG.matcher(marked.text());
        @Nullable String voice = marked.speaker();
        var from = 0;
        while (tag.find()) {
            part(parts, marked.text().substring(from, tag.start()), voice);
            from = tag.end();
            var name = tag.group(1);
            voice = name == null ? marked.speaker() : CueMarkup.decoded(name).strip();
        }
        part(parts, marked.text().substring(from), voice);
        return CueParts.share(marked, parts);
    }

    private static void part(List<CueParts.Part> parts, String text, @Nullable String voice) {
        var plain = CueMarkup.plain(text);
        if (!plain.isBlank()) parts.add(new CueParts.Part(plain, voice));
    }
}
