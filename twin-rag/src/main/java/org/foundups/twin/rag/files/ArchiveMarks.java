package org.foundups.twin.rag.files;

import java.util.regex.Pattern;

/// What the files of archives have that no others have.
final class ArchiveMarks {
    private static final Pattern TWEET =
            Pattern.compile("\"tweet\"\\s*:\\s*\\{|\"full_text\"\\s*:\\s*\"");
    private static final Pattern YOUTUBE =
            Pattern.compile(
                    "\"kind\"\\s*:\\s*\"youtube#comment|\"topLevelComment\"\\s*:\\s*\\{"
                            + "|\"snippet\"\\s*:\\s*\\{[^{}]{0,2000}\"text(?:Original|Display)\"");

    /// A list item with a time as Takeout writes it.
    private static final Pattern ITEM =
            Pattern.compile("(?is)<li[\\s>].{0,1000}?\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}:\\d{2}");

    private static final Pattern WATCH = Pattern.compile("(?i)youtube\\.com/|youtu\\.be/");
    private static final Pattern CHAT = Pattern.compile("(?i)<li[^>]{0,200}>\\s*Sent at ");
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6} +\\S");
    private static final Pattern FRONT_MATTER =
            Pattern.compile("---[ \\t]*\\r?\\n(?:[^\\n]*\\n){0,200}?---[ \\t]*\\r?(?:\\n|$)");
    private static final Pattern FRONT_NAME = Pattern.compile("(?m)^[\\w-]{1,40}[ \\t]*:");

    private ArchiveMarks() {}

    /// Also of the files of an X archive that hold no posts: read as such, they are refused.
    static boolean isTweets(Beginning file) {
        return file.head().stripLeading().startsWith("window.YTD.")
                || (isJson(file) && TWEET.matcher(file.head()).find());
    }

    static boolean isYoutubeComments(Beginning file) {
        return isJson(file) && YOUTUBE.matcher(file.head()).find();
    }

    private static boolean isJson(Beginning file) {
        var head = file.head().stripLeading();
        return head.startsWith("{") || head.startsWith("[");
    }

    static boolean isTakeoutComments(Beginning file) {
        return TakeoutKind.COMMENTS.heads(header(file))
                || (isTakeoutHtml(file) && !isLiveChat(file));
    }

    static boolean isTakeoutLiveChat(Beginning file) {
        return TakeoutKind.LIVE_CHAT.heads(header(file))
                || (isTakeoutHtml(file) && isLiveChat(file));
    }

    private static boolean isTakeoutHtml(Beginning file) {
        return file.head().stripLeading().startsWith("<")
                && ITEM.matcher(file.head()).find()
                && WATCH.matcher(file.head()).find();
    }

    private static boolean isLiveChat(Beginning file) {
        return CHAT.matcher(file.head()).find() || file.fileName().contains("live-chat");
    }

    static boolean isLinkedInComments(Beginning file) {
        var header = header(file);
        return LinkedInKind.COMMENTS.heads(header) && header.columns().size() == 3;
    }

    static boolean isLinkedInShares(Beginning file) {
        return LinkedInKind.SHARES.heads(header(file));
    }

    private static CsvHeader header(Beginning file) {
        return CsvHeader.of(file.lines().getFirst());
    }

    static boolean isMarkdown(Beginning file) {
        var front = FRONT_MATTER.matcher(file.head());
        if (front.lookingAt()) return FRONT_NAME.matcher(front.group()).find();
        var headings = HEADING.matcher(file.head()).results().limit(2).count();
        return headings > 1
                || (headings == 1
                        && !file.endsWith(".txt")
                        && HEADING.matcher(file.lines().getFirst()).lookingAt());
    }
}
