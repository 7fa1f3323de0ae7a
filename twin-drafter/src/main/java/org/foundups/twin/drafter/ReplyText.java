package org.foundups.twin.drafter;

import java.util.regex.Pattern;

/// What is left of an answer once it is one line and ends where a sentence ends.
sealed interface ReplyText {
    Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    record Usable(String text) implements ReplyText {}

    record Unusable(String reason) implements ReplyText {}

    static ReplyText of(Completion.Answered answered) {
        var line = unquoted(GAPS.matcher(answered.text()).replaceAll(" ").strip());
        if (line.startsWith("<think")) {
            return new Unusable(
                    "The model writes down its thoughts before the answer. Turn thinking off, or"
                            + " load an instruct model.");
        }
        if (line.isEmpty()) return new Unusable("The model answered with no text.");
        return answered.cut() ? untilLastSentence(line) : new Usable(line);
    }

    /// An answer that ran into the token limit: the sentence it was in the middle of goes.
    private static ReplyText untilLastSentence(String line) {
        for (var at = line.length() - 1; at > 0; at--) {
            if (".!?。！？".indexOf(line.charAt(at)) >= 0) {
                return new Usable(line.substring(0, at + 1));
            }
        }
        return new Unusable(
                "The model had not finished a sentence when it reached the token limit.");
    }

    /// Small models like to put the whole reply between quotation marks.
    private static String unquoted(String line) {
        var quoted = line.length() > 2 && line.startsWith("\"") && line.endsWith("\"");
        var inner = quoted ? line.substring(1, line.length() - 1) : line;
        return inner.contains("\"") ? line : inner.strip();
    }
}
