package org.foundups.twin.guardrails;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foundups.twin.core.Span;

/// The characters of a text as a person counts them, and which of them are emoji. Counts by the
/// extended grapheme clusters of Unicode Standard Annex 29.
///
/// @param count number of grapheme clusters
/// @param emoji each emoji, joined ones as one, in the order of the text
record Graphemes(int count, List<Span> emoji) {
    private static final BreakIterator CLUSTERS = BreakIterator.getCharacterInstance(Locale.ROOT);

    Graphemes {
        emoji = List.copyOf(emoji);
    }

    static Graphemes of(String text) {
        if (simple(text)) return new Graphemes(text.length(), List.of());
        var clusters = CLUSTERS.clone();
        clusters.setText(text);
        List<Span> emoji = new ArrayList<>();
        int count = 0;
        int start = clusters.first();
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            count++;
            if (emoji(text, start, end)) emoji.add(new Span(start, end));
            start = end;
        }
        return new Graphemes(count, emoji);
    }

    /// What an emoji is in every skin colour and gender: its first character; of a flag or a keycap
    /// the whole.
    static String basis(String emoji) {
        int first = emoji.codePointAt(0);
        boolean whole =
                first < 0xA9 || UCharacter.hasBinaryProperty(first, UProperty.REGIONAL_INDICATOR);
        return whole ? emoji : Character.toString(first);
    }

    /// Below U+0300 every character but the line end CR LF stands alone, and none is an emoji.
    private static boolean simple(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x300 || text.charAt(i) == '\r') return false;
        }
        return true;
    }

    private static boolean emoji(String text, int start, int end) {
        int first = text.codePointAt(start);
        int last = text.codePointBefore(end);
        if (last == 0x20E3) return true;
        if (first < 0xA9 || last == 0xFE0E) return false;
        if (UCharacter.hasBinaryProperty(first, UProperty.EMOJI_PRESENTATION)) {
            return !UCharacter.hasBinaryProperty(first, UProperty.REGIONAL_INDICATOR)
                    || end - start == 4;
        }
        if (!UCharacter.hasBinaryProperty(first, UProperty.EXTENDED_PICTOGRAPHIC)) return false;
        return text.indexOf('\uFE0F', start, end) >= 0 || end - start > 3 || shownInColour(first);
    }

    /// Pictures most devices show as emoji even without the selector that asks for it.
    private static boolean shownInColour(int codePoint) {
        return codePoint >= 0x1F000 || (codePoint >= 0x2600 && codePoint < 0x2713);
    }
}
