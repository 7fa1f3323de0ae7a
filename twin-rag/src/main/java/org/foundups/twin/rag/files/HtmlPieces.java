package org.foundups.twin.rag.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cuts the items of lists out of an HTML file, each from `<li` to `</li` or to the next `<li`.
/// What stands in scripts, styles and comments is no item, and no part of one.
final class HtmlPieces {
    /// How many bytes tell one mark from another.
    private static final int AHEAD = 8;

    private static final Pattern BEGINS = Pattern.compile("li[\\s/>]");
    private static final Pattern ENDS = Pattern.compile("/li(?:[\\s>]|$)");
    private static final Pattern STYLE = Pattern.compile("style[\\s>]");

    private final InputStream bytes;
    private long line = 1;
    private boolean begun;

    HtmlPieces(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes);
    }

    /// One item.
    sealed interface Piece {
        record Html(long line, String html) implements Piece {}

        /// It cannot be used.
        record Unusable(long line, String reason) implements Piece {}
    }

    /// The next item; empty at the end.
    Optional<Piece> next() throws IOException {
        while (!begun) {
            var octet = take();
            if (octet < 0) return Optional.empty();
            if (octet == '<' && !overHidden()) begun = begins(ahead());
        }
        begun = false;
        return Optional.of(item());
    }

    private Piece item() throws IOException {
        var begin = line;
        var kept = new ByteArrayOutputStream();
        kept.write('<');
        long length = 1;
        for (int octet = take(); octet >= 0; octet = take()) {
            if (octet == '<') {
                if (overHidden()) continue;
                begun = begins(ahead());
                if (begun || ends(ahead())) return piece(begin, kept.toByteArray(), length);
            }
            if (++length <= ByteLines.LIMIT) kept.write(octet);
        }
        return new Piece.Unusable(begin, "the file ends within an item; it may have been cut off");
    }

    private static Piece piece(long begin, byte[] item, long length) {
        if (length > ByteLines.LIMIT)
            return new Piece.Unusable(
                    begin,
                    "an item of " + length + " bytes; at most " + ByteLines.LIMIT + " are read");
        try {
            return new Piece.Html(begin, TextEncoding.utf8(item));
        } catch (CharacterCodingException notUtf8) {
            return new Piece.Unusable(begin, TextEncoding.fault(item));
        }
    }

    private static boolean begins(String mark) {
        return BEGINS.matcher(mark).lookingAt();
    }

    private static boolean ends(String mark) {
        return ENDS.matcher(mark).lookingAt();
    }

    /// Goes over what a reader of the page does not see.
    ///
    /// @return whether there was such a thing
    private boolean overHidden() throws IOException {
        var mark = ahead();
        if (mark.startsWith("!--")) return over('-', "->");
        if (mark.startsWith("script")) return over('<', "/script");
        return STYLE.matcher(mark).lookingAt() && over('<', "/style");
    }

    private boolean over(int first, String rest) throws IOException {
        for (int octet = take(); octet >= 0; octet = take()) {
            if (octet == first && ahead().startsWith(rest)) break;
        }
        for (int octet = take(); octet >= 0 && octet != '>'; ) octet = take();
        return true;
    }

    private int take() throws IOException {
        var octet = bytes.read();
        if (octet == '\n') line++;
        return octet;
    }

    /// The next bytes, in lower case, left where they are.
    private String ahead() throws IOException {
        bytes.mark(AHEAD);
        var next = bytes.readNBytes(AHEAD);
        bytes.reset();
        return new String(next, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
