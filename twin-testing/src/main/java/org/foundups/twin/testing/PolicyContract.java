package org.foundups.twin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Features;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Grounds;
import org.foundups.twin.core.Interrupted;
import org.foundups.twin.core.Policy;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Refusal;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Signals;
import org.foundups.twin.core.Stage;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.Undrafted;
import org.foundups.twin.core.Verdict;
import org.junit.jupiter.api.Test;

/// What every policy promises.
public abstract class PolicyContract {
    private static final Finding FINDING =
            new Finding("banned_phrase", Severity.WARNING, "It says \"IMHO\".", null);

    /// The policy under test, set up as it is shipped.
    protected abstract Policy policy();

    @Test
    void keepsTheGrounds() {
        for (var grounds : everyKind()) {
            assertThat(policy().decide(grounds).grounds()).isSameAs(grounds);
        }
    }

    @Test
    void decidesTheSameAlike() {
        var policy = policy();
        for (var grounds : everyKind()) {
            assertThat(policy.decide(grounds)).isEqualTo(policy.decide(grounds));
        }
    }

    @Test
    void commentsOnlyWhereTextWasCleared() {
        for (var grounds : everyKind()) {
            if (policy().decide(grounds).action() == Action.COMMENT) {
                assertThat(grounds).isInstanceOf(Verdict.Cleared.class);
            }
        }
    }

    @Test
    void holdsWheneverSomethingWentWrong() {
        var draft = Fixtures.draft(Fixtures.brief("How long did the visa take?"), "IMHO long.");
        var wrong =
                List.of(
                        undrafted(),
                        interrupted(),
                        new Verdict.Repairable(draft, List.of(FINDING)),
                        new Verdict.Blocked(draft, List.of(FINDING)));
        for (var grounds : wrong) {
            assertThat(policy().decide(grounds).action()).isEqualTo(Action.HOLD);
        }
    }

    @Test
    void neverWritesWhatScreeningRefused() {
        for (var code : Refusal.Code.values()) {
            assertThat(policy().decide(refused(code)).action()).isIn(Action.IGNORE, Action.HOLD);
        }
    }

    @Test
    void namesItselfAndGivesEveryDecisionAnEnd() {
        for (var grounds : everyKind()) {
            var decision = policy().decide(grounds);
            assertThat(decision.policyVersion()).isNotBlank();
            assertThat(decision.expiresAt()).isAfter(Fixtures.NOON);
            assertThat(decision.cooldown().isNegative()).isFalse();
        }
    }

    /// One of each, with every ground for refusing.
    protected static List<Grounds> everyKind() {
        var all = new ArrayList<Grounds>();
        for (var code : Refusal.Code.values()) all.add(refused(code));
        for (var action : List.of(Action.LIKE, Action.HEART, Action.IGNORE, Action.HOLD)) {
            all.add(wordless(action));
        }
        var draft = Fixtures.draft(Fixtures.brief("How long did the visa take?"), "Four months.");
        all.add(undrafted());
        all.add(interrupted());
        all.add(new Verdict.Cleared(draft, draft.text(), List.of()));
        all.add(new Verdict.Repairable(draft, List.of(FINDING)));
        all.add(new Verdict.Blocked(draft, List.of(FINDING)));
        return all;
    }

    private static Screened.Refused refused(Refusal.Code code) {
        return new Screened.Refused(
                Fixtures.incoming("Buy followers now"),
                Signals.NONE,
                new Refusal(code, "There is a ground.", null));
    }

    private static Appraisal.Wordless wordless(Action action) {
        return new Appraisal.Wordless(
                Fixtures.recollection("Lovely video"),
                Features.NONE,
                action,
                0.7,
                List.of(new Reason("KIND_WORDS", "It is kind.", 0.7, null)),
                null);
    }

    private static Undrafted undrafted() {
        return new Undrafted(
                Fixtures.brief("How long did the visa take?"),
                TwinException.Code.MODEL_UNAVAILABLE,
                "No model is there.");
    }

    private static Interrupted interrupted() {
        return new Interrupted(
                Fixtures.incoming("How long did the visa take?"),
                Stage.RECALL,
                TwinException.Code.UNAVAILABLE,
                "The memory cannot be searched.");
    }
}
