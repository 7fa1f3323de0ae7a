package org.foundups.twin.guardrails;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.foundups.twin.core.Span;

/// Reads messages written in characters that nobody sees or reads as letters: Unicode tags,
/// variation selectors, Braille, flags' regional indicators.
final class Invisibles {
    private static final int FEWEST = 4;
    private static final String BRAILLE = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵";

    private Invisibles() {}

    static List<View> views(String original) {
        List<View> views = new ArrayList<>();
        read(original, Invisibles::tag, views);
        read(original, Invisibles::selectorByte, views);
        read(original, Invisibles::braille, views);
        read(original, Invisibles::regional, views);
        return views;
    }

    private static void read(String original, IntUnaryOperator decoder, List<View> views) {
        var bytes = new ByteArrayOutputStream();
        int start = -1;
        int end = 0;
        int index = 0;
        while (index < original.length()) {
            int codePoint = original.codePointAt(index);
            int decoded = codePoint < 0x2000 ? -1 : decoder.applyAsInt(codePoint);
            index += Character.charCount(codePoint);
            if (decoded >= 0) {
                if (start < 0) start = index - Character.charCount(codePoint);
                end = index;
                bytes.write(decoded);
            } else if (bytes.size() > 0 && Character.isWhitespace(codePoint)) {
                bytes.write(' ');
            }
        }
        if (bytes.size() >= FEWEST) {
            Encodings.say(
                    bytes.toString(StandardCharsets.UTF_8).strip(), new Span(start, end), views);
        }
    }

    private static int tag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007E ? codePoint - 0xE0000 : -1;
    }

    private static int selectorByte(int codePoint) {
        if (codePoint >= 0xFE00 && codePoint <= 0xFE0E) return codePoint - 0xFE00;
        if (codePoint >= 0xE0100 && codePoint <= 0xE01EF) return codePoint - 0xE0100 + 16;
        return -1;
    }

    private static int braille(int codePoint) {
        int letter = codePoint < 0x2800 || codePoint > 0x28FF ? -1 : BRAILLE.indexOf(codePoint);
        if (letter >= 0) return 'a' + letter;
        return codePoint == 0x2800 ? ' ' : -1;
    }

    private static int regional(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF ? 'a' + codePoint - 0x1F1E6 : -1;
    }
}
