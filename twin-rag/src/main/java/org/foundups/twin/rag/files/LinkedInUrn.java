package org.foundups.twin.rag.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What LinkedIn calls the thing a link leads to, as in
/// `…/feed/update/urn:li:activity:1?commentUrn=urn:li:comment:(activity:1,2)`.
final class LinkedInUrn {
    private static final int LONGEST = 2_000;
    private static final Pattern COMMENT =
            Pattern.compile("urn:li:(comment:\\([\\w:]{1,80},\\w{1,40}\\))");
    private static final Pattern POST =
            Pattern.compile("(?:urn:li:|-)(activity|share|ugcPost)[:-](\\d{5,25})");

    private LinkedInUrn() {}

    /// The innermost comment, else the post.
    ///
    /// @return for example `share:7034272412724555776`; null if the link leads to neither
    static @Nullable String in(String link) {
        var plain = decoded(link);
        var comments = COMMENT.matcher(plain).results().toList();
        if (!comments.isEmpty()) return comments.getLast().group(1);
        var post = POST.matcher(plain);
        return post.find() ? post.group(1) + ":" + post.group(2) : null;
    }

    private static String decoded(String link) {
        if (link.length() > LONGEST) return "";
        try {
            return URLDecoder.decode(link, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return link;
        }
    }
}
