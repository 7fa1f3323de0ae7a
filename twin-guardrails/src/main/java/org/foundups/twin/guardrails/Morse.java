package org.foundups.twin.guardrails;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.foundups.twin.core.Span;

/// Reads Morse code with blanks between letters and slashes between words.
final class Morse {
    private static final int FEWEST_LETTERS = 6;
    private static final String CODE =
            ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- "
                    + "...- .-- -..- -.-- --..";
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Map<String, Character> LETTERS = letters();

    private Morse() {}

    static void read(String original, List<View> views) {
        int index = 0;
        while (index < original.length()) {
            int end = index;
            while (end < original.length() && sign(original.charAt(end))) end++;
            if (end - index >= 2 * FEWEST_LETTERS) {
                var text = decoded(original.substring(index, end));
                if (text.length() >= FEWEST_LETTERS) {
                    Encodings.say(text, new Span(index, end), views);
                }
            }
            index = Math.max(end, index + 1);
        }
    }

    private static boolean sign(char character) {
        return "·•−–.-/ |".indexOf(character) >= 0;
    }

    private static String decoded(String code) {
        var plain = code.replaceAll("[·•]", ".").replaceAll("[−–]", "-").replace('|', '/');
        var text = new StringBuilder();
        for (var token : BLANKS.split(plain.replace("/", " / ").strip(), -1)) {
            var letter = LETTERS.get(token);
            if (letter != null) text.append(letter.charValue());
            else if (token.equals("/")) text.append(' ');
        }
        return text.toString();
    }

    private static Map<String, Character> letters() {
        Map<String, Character> letters = new HashMap<>();
        char letter = 'a';
        for (var code : BLANKS.split(CODE, -1)) letters.put(code, letter++);
        return Map.copyOf(letters);
    }
}
