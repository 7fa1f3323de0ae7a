package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkType;

/// Finds web and e-mail addresses, bare domains, handles, telephone numbers and wallets in a folded
/// text. Linear.
final class Links {
    private static final LinkExtractor EXTRACTOR =
            LinkExtractor.builder()
                    .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
                    .build();

    /// Endings that make two words with a full stop between them an address.
    private static final Set<String> ENDINGS =
            Set.of(
                    "com", "net", "org", "edu", "gov", "info", "biz", "xyz", "shop", "site",
                    "online", "club", "store", "link", "app", "dev", "io", "ly", "gg", "tv", "cc",
                    "co", "ru", "de", "uk", "jp", "fr", "es", "nl", "pl", "br", "cn", "eu", "ua",
                    "ch", "at", "ca", "au", "kr", "tk", "ml", "pw", "win", "bid", "vip", "icu",
                    "live", "ai");

    /// Endings that are words as well: an address only if a path follows.
    private static final Set<String> ENDINGS_WITH_PATH =
            Set.of("me", "us", "in", "is", "it", "no", "so", "to", "be", "am", "my", "gl", "sh");

    private final Traced folded;
    private final String text;
    private final List<Link> links = new ArrayList<>();
    private final BitSet taken = new BitSet();

    private Links(Traced folded) {
        this.folded = folded;
        this.text = folded.text();
    }

    static List<Link> of(Traced folded) {
        var links = new Links(folded);
        links.find();
        links.links.sort(Comparator.comparingInt(Link::from));
        return List.copyOf(links.links);
    }

    private void find() {
        if (text.indexOf('@') >= 0 || text.contains("://") || text.contains("www.")) marked();
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) domain(dot);
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) handle(at);
        spelled();
        for (var phone : Phones.in(text)) add(Link.Kind.PHONE, phone.start(), phone.end());
        for (var wallet : Wallets.in(text)) add(Link.Kind.WALLET, wallet.start(), wallet.end());
    }

    private void marked() {
        for (var span : EXTRACTOR.extractLinks(text)) {
            int from = span.getBeginIndex();
            int to = span.getEndIndex();
            if (span.getType() == LinkType.EMAIL) add(Link.Kind.EMAIL, from, to);
            else web(from, to);
        }
    }

    private void add(Link.Kind kind, int from, int to) {
        add(kind, text.substring(from, to), from, to);
    }

    private void add(Link.Kind kind, String address, int from, int to) {
        if (!free(from, to)) return;
        taken.set(from, to);
        links.add(new Link(kind, address, folded.span(from, to), from, to));
    }

    private void web(int from, int to) {
        add(Link.Kind.WEB, host(text.substring(from, to)), from, to);
    }

    private boolean free(int from, int to) {
        int first = taken.nextSetBit(from);
        return first < 0 || first >= to;
    }

    private static String host(String address) {
        int from = address.indexOf("://");
        var rest = from < 0 ? address : address.substring(from + 3);
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) end++;
        var host = rest.substring(rest.lastIndexOf('@', end) + 1, end);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private void domain(int dot) {
        if (taken.get(dot)) return;
        int from = dot;
        while (from > 0 && label(text.charAt(from - 1)) && dot - from < 64) from--;
        int to = dot + 1;
        while (to < text.length() && letter(text.charAt(to)) && to - dot < 12) to++;
        if (from == dot || to == dot + 1 || (to < text.length() && label(text.charAt(to)))) return;
        if (from > 0 && text.charAt(from - 1) == '@') return;
        boolean path = to < text.length() && text.charAt(to) == '/';
        var ending = text.substring(dot + 1, to);
        if (!ENDINGS.contains(ending) && !(path && ENDINGS_WITH_PATH.contains(ending))) return;
        if (to + 1 < text.length() && text.charAt(to) == '.' && letter(text.charAt(to + 1))) return;
        while (from > 1 && text.charAt(from - 1) == '.' && label(text.charAt(from - 2))) {
            from -= 2;
            while (from > 0 && label(text.charAt(from - 1)) && dot - from < 200) from--;
        }
        while (path && to < text.length() && !Character.isWhitespace(text.charAt(to))) to++;
        web(from, to);
    }

    private static boolean letter(char character) {
        return character >= 'a' && character <= 'z';
    }

    private static boolean label(char character) {
        return Character.isLetterOrDigit(character) || character == '-';
    }

    /// A handle keeps its sign.
    private void handle(int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) return;
        int to = at + 1;
        while (to < text.length() && to - at <= 60 && inHandle(text.charAt(to))) to++;
        while (to > at + 1 && text.charAt(to - 1) == '.') to--;
        if (to - at >= 3) add(Link.Kind.HANDLE, at, to);
    }

    private static boolean inHandle(char character) {
        return Character.isLetterOrDigit(character)
                || character == '_'
                || character == '.'
                || character == '-';
    }

    /// "example dot com", "example[.]com", "example (dot) com".
    private void spelled() {
        for (var sign : List.of(" dot ", "[.]", "(dot)", "[dot]", "(.)")) {
            int at = text.indexOf(sign);
            for (; at >= 0; at = text.indexOf(sign, at + sign.length())) spelled(at, sign.length());
        }
    }

    private void spelled(int at, int width) {
        int stop = at;
        while (stop > 0 && text.charAt(stop - 1) == ' ') stop--;
        int from = stop;
        while (from > 0 && label(text.charAt(from - 1)) && stop - from < 64) from--;
        int start = at + width;
        while (start < text.length() && text.charAt(start) == ' ' && start - at < 10) start++;
        int to = start;
        while (to < text.length() && letter(text.charAt(to)) && to - start < 12) to++;
        var ending = text.substring(start, to);
        if (from < stop && ENDINGS.contains(ending)) {
            add(Link.Kind.WEB, text.substring(from, stop) + "." + ending, from, to);
        }
    }
}
