package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Span;

/// Objects to what only the writer's instructions hold: marks that keep a prompt together, its
/// fixed words, the description of the persona. An exchange that was shown as a mere example is no
/// answer either.
final class PromptLeak implements Check {
    private static final double MARK = 0.85;

    /// From this weight on a phrase is out of the prompt; below it is talk about the task.
    private static final double PLAIN = 0.9;

    private static final List<String> FENCES =
            List.of(
                    "<memory",
                    "</memory",
                    "<comment",
                    "</comment",
                    "<thread",
                    "</thread",
                    "<title",
                    "</title",
                    "<think",
                    "</think",
                    "<unk>",
                    "<s>",
                    "</s>",
                    "<pad>",
                    "[unk]");

    private final Phrases phrases = Phrases.of(Lexicon.LEAK.phrases());
    private final int promptWords;

    /// @param promptWords so many words in a row from the persona's description are too many
    PromptLeak(int promptWords) {
        this.promptWords = promptWords;
    }

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        List<Finding> findings = new ArrayList<>(0);
        marks(text, findings);
        for (var view : text.views()) phrases(view, findings);
        described(text, occasion.persona(), findings);
        exampled(text, occasion, findings);
        return findings;
    }

    private static void marks(Reading text, List<Finding> findings) {
        var sign = PromptMarks.look(text);
        if (sign.probability() >= MARK) {
            var message = "It holds marks that keep a prompt together.";
            findings.add(new Finding("prompt_leak", Severity.ERROR, message, sign.span()));
        }
        var folded = text.original().toLowerCase(Locale.ROOT);
        for (var fence : FENCES) {
            int at = folded.indexOf(fence);
            if (at >= 0 && at + fence.length() <= text.original().length()) {
                var span = new Span(at, at + fence.length());
                var message = "It holds the mark \"" + fence + "\" of the prompt.";
                findings.add(new Finding("prompt_leak", Severity.ERROR, message, span));
            }
        }
    }

    private void phrases(View view, List<Finding> findings) {
        for (var match : phrases.find(view)) {
            boolean plain = match.phrase().weight() >= PLAIN;
            var finding =
                    plain
                            ? new Finding(
                                    "prompt_leak",
                                    Severity.ERROR,
                                    "It says what only the writer's instructions say.",
                                    match.span())
                            : new Finding(
                                    "task_talk",
                                    Severity.WARNING,
                                    "It talks about the task instead of answering.",
                                    match.span());
            if (!findings.contains(finding)) findings.add(finding);
        }
    }

    private void described(Reading text, Persona persona, List<Finding> findings) {
        var description = persona.about() + '\n' + String.join("\n", persona.styleCard());
        var runs = runs(Occasion.words(description));
        var run = WordRuns.known(text.words(), runs, promptWords);
        if (run == null) return;
        var span = text.plain().span(run.start(), run.end());
        var message = "It repeats the description of the persona word for word.";
        findings.add(new Finding("prompt_leak", Severity.ERROR, message, span));
    }

    private void exampled(Reading text, Occasion occasion, List<Finding> findings) {
        Set<String> examples = new HashSet<>();
        for (var example : occasion.persona().examples()) {
            examples.addAll(runs(Occasion.words(example.reply())));
            for (var said : example.memory()) examples.addAll(runs(Occasion.words(said)));
        }
        for (var passage : occasion.shown()) {
            examples.removeAll(runs(Occasion.words(passage.text())));
        }
        var run = WordRuns.known(text.words(), examples, promptWords);
        if (run == null) return;
        var span = text.plain().span(run.start(), run.end());
        var message = "It repeats an example from the prompt instead of answering.";
        findings.add(new Finding("repeats_example", Severity.WARNING, message, span));
    }

    private Set<String> runs(List<Word> words) {
        return words.size() < promptWords ? Set.of() : WordRuns.of(words, promptWords);
    }
}
