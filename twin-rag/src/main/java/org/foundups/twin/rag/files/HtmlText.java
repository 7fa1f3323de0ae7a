package org.foundups.twin.rag.files;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/// What a reader sees of a piece of HTML. Scripts, styles and comments are not part of it.
final class HtmlText {
    private HtmlText() {}

    /// @param html at most a few megabytes: it is held as a tree
    static String of(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? html
                : of(Jsoup.parseBodyFragment(html).body());
    }

    /// Line breaks stay where `br` and `p` put them.
    static String of(Element element) {
        var text = new StringBuilder();
        NodeTraversor.traverse((node, _) -> append(node, text), element);
        return text.toString().strip();
    }

    private static void append(Node node, StringBuilder text) {
        if (node instanceof TextNode words) text.append(words.getWholeText());
        else if (node.nameIs("br") || node.nameIs("p")) text.append('\n');
    }

    /// Resolves `&amp;` and the like, and nothing else.
    static String unescaped(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }
}
