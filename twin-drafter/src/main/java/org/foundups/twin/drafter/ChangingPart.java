package org.foundups.twin.drafter;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Exchange;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.Utterance;

/// The last message of a prompt: what was remembered and what is answered, all of it data between
/// markers it cannot forge. Short, because every token of it is read anew: the comment has first
/// claim on the budget, then passages by rank, then the thread. The title stands only above a
/// comment that says little by itself.
///
/// @param text the message
/// @param shown the passages that found room, best first
record ChangingPart(String text, List<Passage> shown) {
    private static final int COMMENT_TOKENS = 70;

    /// For the best passage, the second and the third. The best is seldom cut: a model repeats the
    /// cut, or answers the opposite where the end held the answer.
    private static final List<Integer> PASSAGE_TOKENS = List.of(50, 30, 20);

    /// Longer than any passage that is shown.
    private static final int PASSAGE_MOST = 500;

    private static final int EXAMPLE_TOKENS = 50;
    private static final int TITLE_TOKENS = 14;
    private static final int TELLING_TOKENS = 8;
    private static final int UTTERANCE_TOKENS = 24;
    private static final int UTTERANCES = 2;
    private static final int ALL_TOKENS = 120;

    ChangingPart {
        shown = List.copyOf(shown);
    }

    static ChangingPart of(Brief brief) {
        var target = brief.incoming().target();
        var comment = OutsideText.clean(target.text(), COMMENT_TOKENS);
        var budget = new Budget(ALL_TOKENS - Tokens.estimate(comment));
        var memory = Memories.fitting(brief.appraisal().recollection().passages(), comment, budget);
        var parts = new ArrayList<String>();
        if (target.containerTitle() != null && Tokens.estimate(comment) < TELLING_TOKENS) {
            parts.add(fenced("title", OutsideText.clean(target.containerTitle(), TITLE_TOKENS)));
        }
        if (!memory.lines().isEmpty()) parts.add(fenced("memory", memory.lines()));
        var thread = thread(target.thread(), brief.incoming().persona(), budget);
        if (!thread.isEmpty()) parts.add(fenced("thread", thread));
        parts.add(fenced("comment", comment));
        parts.addAll(Requests.of(brief));
        return new ChangingPart(String.join("\n", parts), memory.shown());
    }

    /// An example's comment, with what was remembered, as it would stand in a prompt.
    static String example(Exchange example) {
        var parts = new ArrayList<String>();
        var memory =
                example.memory().stream()
                        .map(text -> "- " + OutsideText.clean(text, EXAMPLE_TOKENS))
                        .toList();
        if (!memory.isEmpty()) parts.add(fenced("memory", memory));
        parts.add(fenced("comment", OutsideText.clean(example.comment(), COMMENT_TOKENS)));
        return String.join("\n", parts);
    }

    private static String fenced(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String fenced(String name, List<String> lines) {
        return fenced(name, "\n" + String.join("\n", lines) + "\n");
    }

    /// The last words of the thread, oldest first.
    private static List<String> thread(List<Utterance> thread, Persona persona, Budget budget) {
        var lines = new ArrayList<String>();
        var from = Math.max(0, thread.size() - UTTERANCES);
        for (var utterance : thread.subList(from, thread.size()).reversed()) {
            var line =
                    speaker(utterance, persona)
                            + ": "
                            + OutsideText.clean(utterance.text(), UTTERANCE_TOKENS);
            if (budget.takes(line)) lines.addFirst(line);
        }
        return lines;
    }

    /// By id: a display name decides nothing.
    private static String speaker(Utterance utterance, Persona persona) {
        var id = utterance.author().id();
        var own = persona.ownAccounts().stream().anyMatch(account -> account.id().equals(id));
        return own ? "you" : "viewer";
    }

    /// An answer says first what it answers, so it is cut at its end; of a talk the sentences are
    /// taken that have to do with the comment.
    private static String excerpt(Passage passage, String comment, int limit) {
        var whole = OutsideText.clean(passage.text(), PASSAGE_MOST);
        return passage.inReplyTo() == null
                ? Excerpt.of(whole, comment, limit)
                : Tokens.cut(whole, limit);
    }

    /// The passages that fit, each shortened.
    private record Memories(List<String> lines, List<Passage> shown) {
        static Memories fitting(List<Passage> passages, String comment, Budget budget) {
            var lines = new ArrayList<String>();
            var shown = new ArrayList<Passage>();
            for (var passage : passages) {
                if (shown.size() == PASSAGE_TOKENS.size()) break;
                var line = "- " + excerpt(passage, comment, PASSAGE_TOKENS.get(shown.size()));
                // The best one always finds room: without it there is nothing to say.
                if (!shown.isEmpty() && !budget.takes(line)) continue;
                if (shown.isEmpty()) budget.spend(line);
                lines.add(line);
                shown.add(passage);
            }
            return new Memories(lines, shown);
        }
    }
}
