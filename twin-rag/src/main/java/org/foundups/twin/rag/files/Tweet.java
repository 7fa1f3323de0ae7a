package org.foundups.twin.rag.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post as the archive of X keeps it in `data/tweets.js`.
///
/// @see <a href="https://developer.x.com/en/docs/x-api/v1/data-dictionary/object-model/tweet">The
///   object, whose names the archive keeps</a>
record Tweet(JsonNode node) {
    private static final Pattern HANDLES = Pattern.compile("(?:@\\w{1,20}\\s+){1,60}");

    /// Whether it holds what a post needs.
    boolean valid() {
        return rawText() != null && id() != null;
    }

    @Nullable String id() {
        return first("id_str", "id");
    }

    @Nullable String answers() {
        return first("in_reply_to_status_id_str", "in_reply_to_status_id");
    }

    private boolean isReply() {
        return answers() != null || first("in_reply_to_user_id_str", "in_reply_to_user_id") != null;
    }

    boolean isRetweet() {
        var text = rawText();
        return text != null && text.startsWith("RT @");
    }

    private @Nullable String first(String... names) {
        for (var name : names) {
            var value = node.path(name);
            if ((value.isString() || value.isIntegralNumber()) && !value.asString().isBlank())
                return value.asString();
        }
        return null;
    }

    private @Nullable String rawText() {
        return first("full_text", "text");
    }

    /// As a reader sees it: the long text where the post is a long one, links in full, without the
    /// links to its own pictures and the handles it is addressed to.
    String text() {
        var note = longText();
        var text = note.isEmpty() ? addressed(String.valueOf(rawText())) : note;
        for (var url : urls()) {
            var shown = url.path("expanded_url").asString("");
            if (!shown.isEmpty()) text = text.replace(url.path("url").asString(""), shown);
        }
        for (var picture : pictures()) text = text.replace(picture, "");
        return HtmlText.unescaped(text).strip();
    }

    private String longText() {
        var note = node.path("note_tweet");
        var result = note.path("note_tweet_results").path("result");
        for (var place : List.of(note, result, note.path("core"))) {
            var text = place.path("text");
            if (text.isString() && !text.asString().isBlank()) return text.asString();
        }
        return "";
    }

    private List<JsonNode> urls() {
        var urls = new ArrayList<JsonNode>();
        var result = node.path("note_tweet").path("note_tweet_results").path("result");
        for (var entities : List.of(node.path("entities"), result.path("entity_set"))) {
            for (var url : entities.path("urls")) {
                if (url.path("url").asString("").startsWith("http")) urls.add(url);
            }
        }
        return urls;
    }

    private List<String> pictures() {
        var pictures = new ArrayList<String>();
        for (var name : List.of("entities", "extended_entities")) {
            for (var picture : node.path(name).path("media")) {
                var url = picture.path("url").asString("");
                if (url.startsWith("http")) pictures.add(url);
            }
        }
        return pictures;
    }

    /// A reply begins with the handles it is addressed to. Since 2017 `display_text_range` says
    /// where the text itself begins, but archives often put 0 there.
    private String addressed(String text) {
        if (!isReply()) return text;
        var begin = node.path("display_text_range").path(0).asInt(0);
        if (begin > 0 && begin <= text.codePointCount(0, text.length())) {
            var at = text.offsetByCodePoints(0, begin);
            if (HANDLES.matcher(text.substring(0, at)).matches()) return text.substring(at);
        }
        var handles = HANDLES.matcher(text);
        return handles.lookingAt() ? text.substring(handles.end()) : text;
    }

    RowValues values(String persona) {
        var id = id();
        return new RowValues()
                .with(Fields.TEXT, text())
                .with(Fields.SOURCE_ID, id)
                .with(Fields.SOURCE_TYPE, isReply() ? "comment" : "post")
                .with(
                        Fields.URL,
                        id != null && id.matches("\\d+") ? "https://x.com/i/status/" + id : null)
                .with(Fields.SPEAKER, persona)
                .with(Fields.PROVENANCE, "verbatim")
                .with(Fields.CREATED_AT, Moments.tweet(first("created_at")))
                .with(Fields.PLATFORM, "x");
    }
}
