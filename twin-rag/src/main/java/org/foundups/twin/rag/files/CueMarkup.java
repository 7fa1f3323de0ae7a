package org.foundups.twin.rag.files;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in captions beside words: tags, positions, entities.
final class CueMarkup {
    /// `<i>`, `</c>`, `<c.yellow>`, `<00:00:01.000>`; but not `a < b`.
    private static final Pattern TAG =
            Pattern.compile("</?[A-Za-z][^<>]{0,500}>|<[\\d:.,]{1,20}>|</>");

    /// `{\an8}` and `{y:i}` of older programs.
    private static final Pattern POSITION = Pattern.compile("\\{\\\\?[a-zA-Z][^{}]{0,60}\\}");

    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");

    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("lrm", ""),
                    Map.entry("rlm", ""),
                    Map.entry("shy", ""),
                    Map.entry("hellip", "…"),
                    Map.entry("ndash", "–"),
                    Map.entry("mdash", "—"),
                    Map.entry("lsquo", "‘"),
                    Map.entry("rsquo", "’"),
                    Map.entry("ldquo", "“"),
                    Map.entry("rdquo", "”"),
                    Map.entry("eacute", "é"));

    private CueMarkup() {}

    /// Words as they are read aloud.
    static String plain(String marked) {
        return decoded(POSITION.matcher(TAG.matcher(marked).replaceAll("")).replaceAll(""));
    }

    /// Entities of HTML as characters; unknown ones stay.
    static String decoded(String text) {
        if (text.indexOf('&') < 0) return text;
        return ENTITY.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String name, String otherwise) {
        if (name.charAt(0) != '#') return NAMED.getOrDefault(name, otherwise);
        var hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        var point =
                hexadecimal
                        ? Integer.parseInt(name.substring(2), 16)
                        : Integer.parseInt(name.substring(1));
        var real =
                point > 0
                        && Character.isValidCodePoint(point)
                        && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
        return real ? Character.toString(point) : otherwise;
    }
}
