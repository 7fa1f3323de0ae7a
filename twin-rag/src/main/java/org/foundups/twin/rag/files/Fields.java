package org.foundups.twin.rag.files;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names under which files keep what a document needs. Case, spaces, dashes and underscores do
/// not matter; of several names the first that has a value counts.
enum Fields {
    TEXT("text", "content", "reply", "answer", "comment", "body", "comment_text", "message"),
    IN_REPLY_TO("in_reply_to", "parent_text", "question", "replied_to", "parent_comment"),
    SOURCE_ID("source_id", "id", "comment_id", "reply_id"),
    SOURCE_TYPE("source_type", "type"),
    VIDEO_ID("video_id", "video"),
    VIDEO_TITLE("video_title", "title"),
    START("start_s", "t_start", "start", "start_time", "start_seconds", "timestamp"),
    END("end_s", "t_end", "end", "end_time", "end_seconds"),
    URL("url", "link", "permalink"),
    SPEAKER("speaker", "author", "author_name", "username", "author_display_name"),
    PROVENANCE("provenance"),
    CREATED_AT("created_at", "published_at", "date", "created", "published"),
    TAGS("tags", "topics", "keywords"),
    PLATFORM("platform"),
    CHANNEL("channel");

    private static final Map<String, Fields> BY_NAME = byName();

    @SuppressWarnings("ImmutableEnumChecker") // The list is unmodifiable; its type cannot say so.
    private final List<String> names;

    Fields(String... names) {
        this.names = Arrays.stream(names).map(Fields::bare).toList();
    }

    /// The first of its names, bare: under it a row may keep the value.
    String key() {
        return names.getFirst();
    }

    /// Whether any field has the name.
    static boolean known(String name) {
        return BY_NAME.containsKey(bare(name));
    }

    /// Whether it is the name of the text.
    static boolean isText(String name) {
        return BY_NAME.get(bare(name)) == TEXT;
    }

    /// The first value that is not blank.
    ///
    /// @param row by [#bare] name
    @Nullable String in(Map<String, String> row) {
        for (var name : names) {
            var value = row.get(name);
            if (value != null && !value.isBlank()) return value;
        }
        return null;
    }

    static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// Those names of a row that mean nothing here.
    static Set<String> unknown(Iterable<String> names) {
        var unknown = new LinkedHashSet<String>();
        for (var name : names) {
            if (!known(name)) unknown.add(name);
        }
        return unknown;
    }

    private static Map<String, Fields> byName() {
        var fields = new LinkedHashMap<String, Fields>();
        for (var field : values()) {
            for (var name : field.names) fields.put(name, field);
        }
        return fields;
    }
}
