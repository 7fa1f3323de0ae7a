package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Utterance;

/// Objects to a text that says again what somebody has said: the comment's own words, or what
/// already stands in the thread.
final class Repetition implements Check {
    private static final int SHINGLE = 4;
    private static final int MOST_UTTERANCES = 50;

    private final StyleRules.Similarity similarity;

    Repetition(StyleRules.Similarity similarity) {
        this.similarity = similarity;
    }

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        List<Finding> findings = new ArrayList<>(0);
        var comment = Occasion.words(occasion.target().text());
        parroted(text, comment, findings);
        var thread = occasion.target().thread();
        var latest = thread.subList(Math.max(0, thread.size() - MOST_UTTERANCES), thread.size());
        if (latest.stream().anyMatch(said -> said(text, said)) || similar(text, comment)) {
            var message = "Almost the same already stands in the thread.";
            findings.add(new Finding("repeats_thread", Severity.WARNING, message, null));
        }
        return findings;
    }

    private void parroted(Reading text, List<Word> comment, List<Finding> findings) {
        int words = similarity.commentWords();
        if (comment.size() < words) return;
        var run = WordRuns.known(text.words(), WordRuns.of(comment, words), words);
        if (run == null) return;
        var message = "It repeats the comment word for word instead of answering it.";
        var span = text.plain().span(run.start(), run.end());
        findings.add(new Finding("repeats_comment", Severity.WARNING, message, span));
    }

    private boolean said(Reading text, Utterance utterance) {
        return similar(text, Occasion.words(utterance.text()));
    }

    private boolean similar(Reading text, List<Word> other) {
        var own = WordRuns.of(text.words(), SHINGLE);
        return WordRuns.similarity(own, WordRuns.of(other, SHINGLE)) >= similarity.thread();
    }
}
