package org.foundups.twin.drafter;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Makes text from outside fit to stand between the prompt's markers. What comes out is one line
/// without angle brackets, so it can neither close a marker, nor open one, nor begin a turn of the
/// conversation; what it says is otherwise kept.
final class OutsideText {
    /// Marks by which chat templates tell whose turn it is.
    private static final Pattern TURNS =
            Pattern.compile(
                    "(?i)<\\|[^<>|]{0,40}\\|>|<(?:start|end)_of_turn>|</?s>|\\[/?INST]|<</?SYS>>");

    private OutsideText() {}

    /// The text as it may be shown to a model.
    ///
    /// @param text as it came; may be anything
    /// @param limit greatest number of tokens, estimated
    /// @return one line, perhaps empty
    static String clean(String text, int limit) {
        // What is far beyond any limit is cut before it costs time.
        var capped = text.length() > 20_000 ? text.substring(0, 20_000) : text;
        var visible = Plain.line(unified(capped), 4_000);
        return Tokens.cut(withoutBrackets(TURNS.matcher(visible).replaceAll(" ")), limit);
    }

    /// Bracket look-alikes first become brackets, so that they are treated as such.
    private static String unified(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('＜', '<')
                .replace('＞', '>')
                .replace('﹤', '<')
                .replace('﹥', '>')
                .replace('｜', '|');
    }

    private static String withoutBrackets(String text) {
        return Plain.line(text.replace('<', '‹').replace('>', '›'), 4_000);
    }
}
