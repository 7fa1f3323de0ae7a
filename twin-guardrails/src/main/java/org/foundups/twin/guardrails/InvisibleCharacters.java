package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Span;

/// Takes out characters nobody sees and marks piled on a letter. Joiners within an emoji and within
/// scripts that need them stay.
final class InvisibleCharacters implements Repair {
    private static final int MOST_MARKS = 4;
    private static final String MESSAGE = "Invisible characters were taken out.";

    @Override
    public List<Correction> corrections(Reading text, Occasion occasion) {
        List<Correction> corrections = new ArrayList<>(0);
        var original = text.original();
        var emoji = text.emoji();
        int nextEmoji = 0;
        int marks = 0;
        for (int i = 0; i < original.length(); ) {
            while (nextEmoji < emoji.size() && emoji.get(nextEmoji).end() <= i) nextEmoji++;
            int codePoint = original.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            marks = Character.getType(codePoint) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            boolean inEmoji = nextEmoji < emoji.size() && emoji.get(nextEmoji).start() <= i;
            if (!inEmoji && (marks > MOST_MARKS || superfluous(original, i, codePoint))) {
                var span = new Span(i, end);
                corrections.add(new Correction("invisible_characters", MESSAGE, span, ""));
            }
            i = end;
        }
        return corrections;
    }

    private static boolean superfluous(String text, int index, int codePoint) {
        if (codePoint == '\n' || codePoint == '\t' || codePoint == '\r') return false;
        if (codePoint < ' ') return true;
        if (!Folding.Invisible.is(codePoint)) return false;
        boolean joiner = codePoint == 0x200C || codePoint == 0x200D;
        return !(joiner && index > 0 && text.charAt(index - 1) >= 0x600);
    }
}
