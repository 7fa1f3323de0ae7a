package org.foundups.twin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.policy.Situations.NOON;
import static org.foundups.twin.policy.Situations.QUESTION;
import static org.foundups.twin.policy.Situations.allowing;
import static org.foundups.twin.policy.Situations.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Decision;
import org.foundups.twin.core.Draft;
import org.foundups.twin.core.Features;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Interrupted;
import org.foundups.twin.core.Policy;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.Refusal;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Signals;
import org.foundups.twin.core.Span;
import org.foundups.twin.core.Stage;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.Undrafted;
import org.foundups.twin.core.Verdict;
import org.foundups.twin.testing.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThresholdPolicyTest {
    private static final Policy POLICY = Policies.policy(PolicySettings.DEFAULTS);
    private static final Reason RELEVANT = new Reason("RELEVANT", "It is relevant.", 0.99, null);

    private static Appraisal.Deserving deserving(Incoming incoming, double relevance) {
        return new Appraisal.Deserving(
                new Recollection(Fixtures.admitted(incoming), List.of(), List.of()),
                new Features(relevance, 0.9, 0.5),
                List.of(RELEVANT));
    }

    private static Draft draft(Incoming incoming, double relevance) {
        return Fixtures.draft(Brief.first(deserving(incoming, relevance)), "Four months.");
    }

    private static Appraisal.Wordless wordless(
            Incoming incoming, Action action, @Nullable Instant until) {
        var recollection = new Recollection(Fixtures.admitted(incoming), List.of(), List.of());
        return new Appraisal.Wordless(
                recollection,
                new Features(0.5, 0.5, 0.5),
                action,
                0.7,
                List.of(new Reason("COOLDOWN", "It rests.", 0.7, null)),
                until);
    }

    private static Decision refused(Refusal.Code code) {
        var refusal = new Refusal(code, "It may not be.", new Span(1, 4));
        return POLICY.decide(new Screened.Refused(QUESTION, Signals.NONE, refusal));
    }

    @ParameterizedTest
    @EnumSource(Refusal.Code.class)
    void neverCommentsOrLikesWhatWasRefused(Refusal.Code code) {
        var decision = refused(code);
        assertThat(decision.action()).isIn(Action.IGNORE, Action.HOLD);
        assertThat(decision.reasons().getFirst().code()).isEqualTo(code.name());
        assertThat(decision.reasons().getFirst().evidence()).isEqualTo(new Span(1, 4));
        assertThat(decision.suggestedText()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "KILL_SWITCH, HOLD",
        "OWN_ACCOUNT, IGNORE",
        "ALREADY_ANSWERED, IGNORE",
        "EMPTY, IGNORE",
        "REPOST, IGNORE",
        "PROMOTED, IGNORE",
        "STALE, IGNORE",
        "CRISIS, HOLD",
        "ABUSE, IGNORE",
        "SPAM, IGNORE",
        "INJECTION, HOLD",
        "PRIVATE_DATA, HOLD",
        "IMPERSONATION, HOLD",
        "DISCLOSURE, HOLD",
        "UNSUPPORTED_LANGUAGE, HOLD"
    })
    void ignoresTheUnwelcomeAndHoldsTheDoubtful(Refusal.Code code, Action action) {
        assertThat(refused(code).action()).isEqualTo(action);
    }

    @Test
    void commentsWithClearedText() {
        var verdict = new Verdict.Cleared(draft(QUESTION, 0.83), "Four months!", List.of());
        var decision = POLICY.decide(verdict);
        assertThat(decision.action()).isEqualTo(Action.COMMENT);
        assertThat(decision.suggestedText()).isEqualTo("Four months!");
        assertThat(decision.confidence()).isEqualTo(0.83);
        assertThat(decision.requiresApproval()).isTrue();
        assertThat(decision.cooldown()).isEqualTo(Duration.ofMinutes(5));
        assertThat(decision.reasons()).containsExactly(RELEVANT);
    }

    @Test
    void isNeverQuiteSure() {
        var verdict = new Verdict.Cleared(draft(QUESTION, 1), "Four months!", List.of());
        assertThat(POLICY.decide(verdict).confidence()).isEqualTo(0.95);
    }

    @Test
    void holdsWithWorstFindingOfDraftThatDidNotStand() {
        var findings =
                List.of(
                        new Finding("spacing", Severity.INFO, "Mended.", null),
                        new Finding("link", Severity.ERROR, "It points away.", new Span(0, 1)),
                        new Finding("tone", Severity.WARNING, "Not friendly.", null));
        var blocked = POLICY.decide(new Verdict.Blocked(draft(QUESTION, 0.8), findings));
        assertThat(blocked.action()).isEqualTo(Action.HOLD);
        assertThat(blocked.reason()).isEqualTo("No draft stood: It points away.");
        assertThat(blocked.reasons())
                .extracting(Reason::code)
                .containsExactly("BLOCKED", "RELEVANT");
        var flagged = POLICY.decide(new Verdict.Repairable(draft(QUESTION, 0.8), findings));
        assertThat(flagged.reasons().getFirst().code()).isEqualTo("FLAGGED");
        assertThat(flagged.suggestedText()).isNull();
    }

    @Test
    void holdsWithoutModel() {
        var undrafted =
                new Undrafted(
                        Brief.first(deserving(QUESTION, 0.8)),
                        TwinException.Code.MODEL_UNAVAILABLE,
                        "No model is there.");
        var decision = POLICY.decide(undrafted);
        assertThat(decision.action()).isEqualTo(Action.HOLD);
        assertThat(decision.reason()).isEqualTo("No model is there.");
        assertThat(decision.reasons().getFirst().code()).isEqualTo("MODEL_UNAVAILABLE");
    }

    @Test
    void holdsWhenStageFailed() {
        var interrupted =
                new Interrupted(
                        QUESTION, Stage.RECALL, TwinException.Code.UNAVAILABLE, "No index.");
        var decision = POLICY.decide(interrupted);
        assertThat(decision.action()).isEqualTo(Action.HOLD);
        assertThat(decision.reasons().getFirst().code()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void saysUntilWhenThreadRests() {
        var until = NOON.plusSeconds(90);
        var decision = POLICY.decide(wordless(QUESTION, Action.LIKE, until));
        assertThat(decision.action()).isEqualTo(Action.LIKE);
        assertThat(decision.cooldownUntil()).isEqualTo(until);
        assertThat(decision.reason()).isEqualTo("It rests.");
    }

    @Test
    void ignoresWhereCallerCannotLike() {
        var unable = allowing(QUESTION, Action.IGNORE);
        assertThat(POLICY.decide(wordless(unable, Action.LIKE, null)).action())
                .isEqualTo(Action.IGNORE);
        assertThat(POLICY.decide(wordless(unable, Action.HOLD, null)).action())
                .isEqualTo(Action.HOLD);
    }

    @Test
    void expiresSoonerInLiveChat() {
        assertThat(POLICY.decide(wordless(QUESTION, Action.LIKE, null)).expiresAt())
                .isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(POLICY.decide(wordless(live(Duration.ZERO), Action.LIKE, null)).expiresAt())
                .isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void changesVersionWithAnyThreshold() {
        var stricter =
                new PolicySettings(
                        0.8,
                        0.4,
                        0.3,
                        Duration.ofMinutes(5),
                        12,
                        Duration.ofMinutes(5),
                        Duration.ofHours(24),
                        Duration.ofMinutes(1));
        var grounds = wordless(QUESTION, Action.LIKE, null);
        assertThat(Policies.policy(stricter).decide(grounds).policyVersion())
                .isNotEqualTo(POLICY.decide(grounds).policyVersion());
        assertThat(POLICY.decide(grounds).policyVersion())
                .isEqualTo(
                        Policies.policy(PolicySettings.DEFAULTS).decide(grounds).policyVersion());
    }
}
