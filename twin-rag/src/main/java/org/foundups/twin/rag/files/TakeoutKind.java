package org.foundups.twin.rag.files;

import java.util.Map;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;

/// Which of an account's words a Takeout file holds, and what its columns are called: those of the
/// English export, in the spellings that public parsers and their tests show. The headers of other
/// languages are not known well enough to be read.
///
/// @see <a href="https://github.com/purarue/google_takeout_parser">google_takeout_parser</a>
enum TakeoutKind {
    /// `comments.csv` and the older `my-comments.html`.
    COMMENTS("commentid", "commentcreatetimestamp", "commenttext"),
    /// `live chats.csv` and the older `my-live-chat-messages.html`.
    LIVE_CHAT("livechatid", "livechatcreatetimestamp", "livechattext");

    private final String id;
    private final String time;
    private final String text;

    TakeoutKind(String id, String time, String text) {
        this.id = id;
        this.time = time;
        this.text = text;
    }

    /// Whether a header is surely this one: others name comments too, with their authors.
    boolean heads(CsvHeader header) {
        return header.names(id, "channelid", time, text);
    }

    /// Checks that a file is of this kind.
    ///
    /// @throws TwinException VALIDATION if its columns are others
    void check(CsvHeader header) {
        if (header.names(id, text)) return;
        throw new TwinException(
                TwinException.Code.VALIDATION,
                "The first line does not name the columns of this Takeout file. Only exports in"
                        + " English can be read: set the account's language to English and export"
                        + " again.");
    }

    String text(Map<String, String> row) {
        return row.getOrDefault(text, "");
    }

    TakeoutComment comment(long line, Map<String, String> row, String words) {
        return new TakeoutComment(
                line,
                value(row, id),
                parent(row),
                value(row, "videoid"),
                value(row, "postid"),
                Moments.utc(value(row, time)),
                words);
    }

    /// The id of a reply begins with that of its thread.
    private @Nullable String parent(Map<String, String> row) {
        if (this == LIVE_CHAT) return null;
        var named = value(row, "parentcommentid");
        var top = named == null ? value(row, "toplevelcommentid") : named;
        var own = value(row, id);
        if (top != null && !top.equals(own)) return top;
        return TakeoutHtml.threadOf(own);
    }

    private static @Nullable String value(Map<String, String> row, String column) {
        var value = row.get(column);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
