package org.foundups.twin.guardrails;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.foundups.twin.core.Span;
import org.jspecify.annotations.Nullable;

/// Finds encoded stretches of a text and reads what they say. What does not decode to readable text
/// is left alone.
final class Encodings {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 8_192;
    private static final int MOST = 20;

    private static final List<Function<String, byte @Nullable []>> DECODERS =
            List.of(
                    Decoders::hex,
                    Decoders::escapedBytes,
                    Decoders::base32,
                    Decoders::base64,
                    Decoders::ascii85);

    private Encodings() {}

    static List<View> views(String original) {
        List<View> views = new ArrayList<>();
        int index = 0;
        while (index < original.length() && views.size() < MOST) {
            int end = tokenEnd(original, index);
            if (end - index >= SHORTEST && end - index <= LONGEST) {
                decode(original, index, end, views);
            }
            index = end + 1;
        }
        hexPairs(original, views);
        Morse.read(original, views);
        return views;
    }

    static void say(String text, Span span, List<View> views) {
        views.add(View.of(View.Kind.DECODED, Folding.fold(text).standingFor(span)));
    }

    private static int tokenEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
        return end;
    }

    private static void decode(String original, int from, int end, List<View> views) {
        var token = stripped(original.substring(from, end));
        for (var decoder : DECODERS) {
            var text = text(decoder.apply(token));
            if (text != null) say(text, new Span(from, end), views);
        }
    }

    /// Quotes, brackets and full stops around a token are not part of it.
    private static String stripped(String token) {
        int from = 0;
        int to = token.length();
        while (from < to && "\"'([{:,".indexOf(token.charAt(from)) >= 0) from++;
        while (to > from && "\"')]},.;:!?".indexOf(token.charAt(to - 1)) >= 0) to--;
        return token.substring(from, to);
    }

    /// Bytes in hex with blanks between them: "69 67 6e 6f 72 65".
    private static void hexPairs(String original, List<View> views) {
        int index = 0;
        while (index < original.length()) {
            int end = index;
            while (hexPair(original, end)) end += 3;
            if (end - index >= 8 * 3) {
                int last = Math.min(end, original.length());
                var digits = original.substring(index, last).replace(" ", "").replace(":", "");
                var text = text(Decoders.hex(digits));
                if (text != null) say(text, new Span(index, last), views);
            }
            index = Math.max(end, index + 1);
        }
    }

    private static boolean hexPair(String text, int at) {
        return at + 1 < text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && (at + 2 == text.length() || " :\n.".indexOf(text.charAt(at + 2)) >= 0);
    }

    /// Readable text, or null.
    private static @Nullable String text(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length < 6) return null;
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return readable(text) ? text : null;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static boolean readable(String text) {
        long letters = text.chars().filter(c -> Character.isLetter(c) || c == ' ').count();
        boolean controls =
                text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r');
        return !controls && letters * 10 >= text.length() * 6L;
    }
}
