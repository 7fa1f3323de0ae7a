package org.foundups.twin.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Circumstances;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Signals;
import org.foundups.twin.core.Target;
import org.foundups.twin.core.TargetKind;
import org.foundups.twin.core.TopicMatch;
import org.foundups.twin.testing.Fixtures;
import org.jspecify.annotations.Nullable;

/// Situations to judge, varied from one question in which nothing stands in the way.
final class Situations {
    static final Instant NOON = Fixtures.NOON;
    static final Incoming QUESTION = Fixtures.incoming("How long did the visa take, Jonas?");

    private Situations() {}

    static Circumstances cooling(@Nullable Duration thread, @Nullable Duration author) {
        return new Circumstances(NOON, null, null, after(thread), after(author));
    }

    private static @Nullable Instant after(@Nullable Duration left) {
        return left == null ? null : NOON.plus(left);
    }

    static Incoming in(Circumstances circumstances) {
        return Fixtures.incoming(Fixtures.aComment("How long did it take?"), circumstances);
    }

    static Incoming allowing(Incoming incoming, Action... allowed) {
        return changed(incoming, incoming.target(), Set.of(allowed));
    }

    static Incoming live(Duration age) {
        var target = QUESTION.target();
        var live =
                new Target(
                        target.account(),
                        TargetKind.LIVE_MESSAGE,
                        target.id(),
                        target.parentId(),
                        target.containerId(),
                        target.containerTitle(),
                        target.url(),
                        target.author(),
                        target.text(),
                        target.language(),
                        NOON.minus(age),
                        target.editedAt(),
                        target.thread(),
                        target.repost(),
                        target.promoted(),
                        target.observedAt());
        return changed(QUESTION, live, QUESTION.allowed());
    }

    private static Incoming changed(Incoming incoming, Target target, Set<Action> allowed) {
        return new Incoming(
                incoming.considerationId(),
                incoming.traceId(),
                incoming.targetRef(),
                incoming.identity(),
                incoming.firstSeen(),
                target,
                allowed,
                incoming.constraints(),
                incoming.persona(),
                incoming.circumstances());
    }

    static Recollection recollection(
            Incoming incoming, Signals signals, double memory, double topic, Reason... reasons) {
        var admitted = new Screened.Admitted(incoming, signals, Arrays.asList(reasons));
        List<Passage> passages =
                memory == 0 ? List.of() : List.of(Fixtures.passage("Four months.", memory));
        return new Recollection(
                admitted, passages, List.of(new TopicMatch("Japan visa", true, topic)));
    }
}
