package org.foundups.twin.rag.files;

import java.util.Map;
import java.util.regex.Pattern;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;

/// Which of a member's words a file of LinkedIn's "Get a copy of your data" holds. Times are UTC
/// without saying so.
///
/// @see <a href="https://www.linkedin.com/help/linkedin/answer/a1339364">Download your data</a>
enum LinkedInKind {
    /// `Comments.csv`: Date, Link, Message. A quote within a message is written `\"`.
    COMMENTS("link", "message", true),
    /// `Shares.csv`: Date, ShareLink, ShareCommentary, SharedUrl, MediaUrl, Visibility. A quote is
    /// doubled; in some exports every line of a text has quotes of its own.
    SHARES("sharelink", "sharecommentary", false);

    /// The end of one quoted line and the beginning of the next.
    private static final Pattern QUOTED_BREAK = Pattern.compile("\"\r?\n\"");

    private final String link;
    private final String text;
    private final boolean backslashes;

    LinkedInKind(String link, String text, boolean backslashes) {
        this.link = link;
        this.text = text;
        this.backslashes = backslashes;
    }

    boolean backslashes() {
        return backslashes;
    }

    boolean heads(CsvHeader header) {
        return header.names("date", link, text);
    }

    /// Checks that a file is of this kind.
    ///
    /// @throws TwinException VALIDATION if its columns are others
    void check(CsvHeader header) {
        if (heads(header)) return;
        throw new TwinException(
                TwinException.Code.VALIDATION,
                this == COMMENTS
                        ? "LinkedIn's Comments.csv begins with Date,Link,Message; this file does not."
                        : "LinkedIn's Shares.csv begins with Date,ShareLink,ShareCommentary; this"
                                + " file does not.");
    }

    String text(Map<String, String> row) {
        return unwrapped(row.getOrDefault(text, "")).strip();
    }

    /// Takes away the quotes around lines, where all lines have them.
    private static String unwrapped(String text) {
        var breaks = text.lines().count() - 1;
        var wrapped = QUOTED_BREAK.matcher(text);
        if (breaks < 1 || text.indexOf('"') < 0) return text;
        var joined = wrapped.replaceAll("\n");
        return joined.indexOf("\"\n") < 0 && wrapped.reset().results().count() == breaks
                ? bare(joined)
                : text;
    }

    private static String bare(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    RowValues values(Map<String, String> row, String persona) {
        var url = row.getOrDefault(link, "").strip();
        var time = Moments.utc(row.get("date"));
        return new RowValues()
                .with(Fields.TEXT, text(row))
                .with(Fields.SOURCE_ID, id(url, time))
                .with(Fields.SOURCE_TYPE, this == COMMENTS ? "comment" : "post")
                .with(Fields.URL, url)
                .with(Fields.SPEAKER, persona)
                .with(Fields.PROVENANCE, "verbatim")
                .with(Fields.CREATED_AT, time)
                .with(Fields.PLATFORM, "linkedin");
    }

    /// The link of a comment may lead to the post under which it stands, or to the comment it
    /// answered: its time tells it from others there.
    private @Nullable String id(String url, @Nullable String time) {
        var urn = LinkedInUrn.in(url);
        return urn == null || this == SHARES ? urn : urn + "@" + time;
    }
}
