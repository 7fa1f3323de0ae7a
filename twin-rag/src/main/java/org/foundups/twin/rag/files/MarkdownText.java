package org.foundups.twin.rag.files;

import java.util.regex.Pattern;

/// The words of a piece of Markdown: links as their text, pictures and marks left out.
///
/// @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
final class MarkdownText {
    /// Beyond it nothing is taken away: such a text is refused for its length.
    private static final int LONGEST = 64 * 1024;

    // Every repetition is bounded, so that no text takes longer than its length times the bound.
    private static final Pattern PICTURE =
            Pattern.compile(
                    "!\\[[^\\]\\[]{0,500}\\](?:\\([^()\\n]{0,1000}\\)|\\[[^\\]\\[]{0,200}\\])");
    private static final Pattern LINK =
            Pattern.compile(
                    "\\[([^\\]\\[]{0,500})\\](?:\\((?:[^()\\n]{1,1000}+|\\([^()\\n]{0,200}\\)){0,20}\\)|\\[[^\\]\\[]{0,200}\\])");
    private static final Pattern ADDRESS = Pattern.compile("<(https?://[^<>\\s]{1,1000})>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,500}>");
    private static final Pattern STRONG =
            Pattern.compile("(\\*\\*|__)(?=\\S)([^*_\\n]{1,500})(?<=\\S)\\1");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\w*_])([*_])(?=\\S)([^*_\\n]{1,500})(?<=\\S)\\1(?![\\w*_])");
    private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\\n]{1,500})`(?!`)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

    private MarkdownText() {}

    static String plain(String markdown) {
        if (markdown.length() > LONGEST) return markdown;
        var text = withoutComments(markdown);
        text = PICTURE.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = ADDRESS.matcher(text).replaceAll("$1");
        text = TAG.matcher(text).replaceAll("");
        text = STRONG.matcher(text).replaceAll("$2");
        text = EMPHASIS.matcher(text).replaceAll("$2");
        text = CODE.matcher(text).replaceAll("$1");
        text = ESCAPE.matcher(text).replaceAll("$1");
        return HtmlText.unescaped(text).strip();
    }

    private static String withoutComments(String markdown) {
        var text = new StringBuilder();
        var at = 0;
        for (int begin = markdown.indexOf("<!--"); begin >= 0; ) {
            var end = markdown.indexOf("-->", begin);
            if (end < 0) break;
            text.append(markdown, at, begin);
            at = end + 3;
            begin = markdown.indexOf("<!--", at);
        }
        return text.append(markdown, at, markdown.length()).toString();
    }
}
