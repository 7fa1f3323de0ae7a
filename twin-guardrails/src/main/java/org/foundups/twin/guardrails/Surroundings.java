package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Reason;

/// Reads what stands around the text: who wrote it, under what, after whom. Orders in the author's
/// own name refuse; orders by others are only reported, since the drafter fences them.
final class Surroundings {
    private static final int MOST_UTTERANCES = 30;
    private static final int MOST_CHARACTERS = 2_000;

    private final InjectionDetector injection;
    private final double above;

    Surroundings(InjectionDetector injection, double above) {
        this.injection = injection;
        this.above = above;
    }

    Sign name(Subject subject) {
        var name = subject.incoming().target().author().name();
        if (name == null || name.isBlank()) return Sign.NONE;
        var sign = injection.look(Reading.of(cut(name)));
        return new Sign(
                sign.probability(), "The author's name tries to give the writer orders.", null);
    }

    List<Reason> reasons(Subject subject) {
        var target = subject.incoming().target();
        List<Reason> reasons = new ArrayList<>(0);
        var title = target.containerTitle();
        if (title != null && orders(title)) reasons.add(fenced("The title"));
        var thread = target.thread();
        for (var said :
                thread.subList(Math.max(0, thread.size() - MOST_UTTERANCES), thread.size())) {
            var name = said.author().name();
            if (orders(said.text()) || (name != null && orders(name))) {
                reasons.add(fenced("An earlier comment"));
            }
        }
        return reasons;
    }

    private boolean orders(String text) {
        return injection.look(Reading.of(cut(text))).probability() > above;
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }

    private static Reason fenced(String where) {
        return new Reason(
                "FENCED_INJECTION",
                where + " tries to give the writer orders; it is shown to it as mere data.",
                -0.2,
                null);
    }
}
