package org.foundups.twin.guardrails;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Map;

/// Letters of other alphabets that look like Latin ones, by the confusable skeletons of Unicode
/// Technical Standard 39. The result is for comparing only, never for showing.
final class Confusables {
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final int LAST = 0x2FFF;
    private static final char[] LATIN = table();

    /// Latin letters drawn as small capitals, which the standard does not count as confusable.
    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ";

    private Confusables() {}

    /// A lower-case word with look-alikes and accented letters replaced by the letters a reader
    /// takes them for.
    static String latin(String word) {
        var decomposed = NFD.normalize(word);
        var result = new StringBuilder(word.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char letter = decomposed.charAt(i);
            if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                result.append(letter <= LAST && LATIN[letter] != 0 ? LATIN[letter] : other(letter));
            }
        }
        return result.toString();
    }

    private static char other(char letter) {
        int capital = letter < 0x80 ? -1 : SMALL_CAPITALS.indexOf(letter);
        return capital < 0 ? letter : (char) ('a' + capital);
    }

    private static char[] table() {
        var checker = new SpoofChecker.Builder().build();
        Map<String, Character> bySkeleton = new HashMap<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            bySkeleton.put(checker.getSkeleton(String.valueOf(letter)), letter);
        }
        var table = new char[LAST + 1];
        for (int codePoint = 0x80; codePoint <= LAST; codePoint++) {
            if (Character.isLetter(codePoint) && alphabet(codePoint)) {
                table[codePoint] = latin(checker, bySkeleton, codePoint);
            }
        }
        return table;
    }

    private static boolean alphabet(int codePoint) {
        return switch (UScript.getScript(codePoint)) {
            case UScript.LATIN,
                    UScript.GREEK,
                    UScript.CYRILLIC,
                    UScript.ARMENIAN,
                    UScript.CHEROKEE,
                    UScript.COPTIC,
                    UScript.CANADIAN_ABORIGINAL,
                    UScript.TIFINAGH,
                    UScript.GEORGIAN ->
                    true;
            default -> false;
        };
    }

    private static char latin(
            SpoofChecker checker, Map<String, Character> bySkeleton, int codePoint) {
        for (int variant : new int[] {codePoint, UCharacter.toUpperCase(codePoint)}) {
            var skeleton = checker.getSkeleton(Character.toString(variant));
            var letter = bySkeleton.get(skeleton);
            if (letter != null) return letter;
            if (skeleton.length() == 1 && UCharacter.isUAlphabetic(skeleton.charAt(0))) {
                char lower = Character.toLowerCase(skeleton.charAt(0));
                if (lower >= 'a' && lower <= 'z') return lower;
            }
        }
        return 0;
    }
}
