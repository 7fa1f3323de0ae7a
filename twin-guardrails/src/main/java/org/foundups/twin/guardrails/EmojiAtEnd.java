package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Span;

/// Moves emoji from within the text to its end.
final class EmojiAtEnd implements Repair {
    private static final String MESSAGE = "An emoji within the text was moved to its end.";

    @Override
    public List<Correction> corrections(Reading text, Occasion occasion) {
        var original = text.original();
        int tail = tail(text);
        var within = text.emoji().stream().filter(span -> span.start() < tail).toList();
        if (within.isEmpty()) return List.of();
        List<Correction> corrections = new ArrayList<>();
        var moved = new StringBuilder(original.endsWith(" ") ? "" : " ");
        for (var span : within) {
            corrections.add(new Correction("emoji_position", MESSAGE, span, ""));
            moved.append(original, span.start(), span.end());
        }
        var end = new Span(original.length(), original.length());
        corrections.add(new Correction("emoji_position", MESSAGE, end, moved.toString()));
        return corrections;
    }

    /// Whether an emoji stands elsewhere than at the end.
    static boolean within(Reading text) {
        int tail = tail(text);
        return !text.emoji().isEmpty() && text.emoji().getFirst().start() < tail;
    }

    /// Where only emoji, blanks and closing punctuation follow.
    private static int tail(Reading text) {
        var emoji = text.emoji();
        int next = emoji.size() - 1;
        int tail = text.original().length();
        while (tail > 0) {
            if (next >= 0 && emoji.get(next).end() == tail) tail = emoji.get(next--).start();
            else if (closing(text.original().charAt(tail - 1))) tail--;
            else break;
        }
        return tail;
    }

    private static boolean closing(char character) {
        return Character.isWhitespace(character) || ".!?…".indexOf(character) >= 0;
    }
}
