package org.foundups.twin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no value may be, whoever makes it.
class RecordGuardsTest {
    private static void refused(ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making);
    }

    private static Decision decision(
            Grounds grounds, Action action, double confidence, List<Reason> reasons) {
        return new Decision(
                grounds,
                action,
                confidence,
                reasons,
                Duration.ZERO,
                null,
                true,
                "test-1",
                Samples.NOON);
    }

    private static final List<Reason> REASONS = List.of(new Reason("TEST", "It is.", 1, null));

    private static Verdict.Cleared cleared() {
        var draft = Samples.draft(Brief.first(Samples.deserving()), "With a shovel.");
        return new Verdict.Cleared(draft, draft.text(), List.of());
    }

    @Test
    void onlyClearedDraftBecomesComment() {
        var draft = cleared().draft();
        var findings = List.of(Samples.finding(Severity.WARNING));
        for (Grounds grounds :
                List.of(
                        new Verdict.Repairable(draft, findings),
                        new Verdict.Blocked(draft, findings),
                        new Undrafted(draft.brief(), TwinException.Code.INTERNAL, "None."),
                        new Interrupted(
                                draft.incoming(),
                                Stage.DRAFT,
                                TwinException.Code.INTERNAL,
                                "No."))) {
            refused(() -> decision(grounds, Action.COMMENT, 0.9, REASONS));
            assertThat(decision(grounds, Action.HOLD, 0.9, REASONS).suggestedText()).isNull();
        }
        assertThat(decision(cleared(), Action.COMMENT, 0.9, REASONS).suggestedText())
                .isEqualTo("With a shovel.");
        assertThat(decision(cleared(), Action.LIKE, 0.9, REASONS).suggestedText()).isNull();
    }

    @Test
    void decisionHasReasonAndProbability() {
        refused(() -> decision(cleared(), Action.COMMENT, 0.9, List.of()));
        refused(() -> decision(cleared(), Action.COMMENT, 1.1, REASONS));
        refused(() -> decision(cleared(), Action.COMMENT, Double.NaN, REASONS));
    }

    @Test
    void commentNeedsWords() {
        var recollection = Samples.deserving().recollection();
        refused(() ->
                new Appraisal.Wordless(
                        recollection, Features.NONE, Action.COMMENT, 1, List.of(), null));
    }

    @Test
    void verdictHasFindings() {
        refused(() -> new Verdict.Repairable(cleared().draft(), List.of()));
        refused(() -> new Verdict.Blocked(cleared().draft(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void scoresAreProbabilities(double score) {
        refused(() -> Samples.passage(score));
        refused(() -> new TopicMatch("rice", true, score));
        refused(() -> new Signals(score, 0, 0, 0, 0));
        refused(() -> new Signals(0, 0, 0, 0, score));
    }

    @Test
    void constraintsLeaveRoom() {
        refused(() -> new Constraints(0, 2, null));
        refused(() -> new Constraints(1, -1, null));
    }

    @Test
    void spansRunForward() {
        refused(() -> new Span(-1, 0));
        refused(() -> new Span(2, 1));
        assertThat(new Span(2, 2).start()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void accountHasId(String id) {
        refused(() -> new Account(Platform.X, id));
    }

    @Test
    void keepsCopiesOfWhatItIsGiven() {
        var roles = new HashSet<>(Set.of("member"));
        var author = new Author("UC1", "Viewer", roles);
        roles.add("owner");
        assertThat(author.roles()).containsExactly("member");
        var reasons = new ArrayList<>(REASONS);
        var decision = decision(cleared(), Action.COMMENT, 0.9, reasons);
        reasons.clear();
        assertThat(decision.reasons()).hasSize(1);
        assertThatThrownBy(() -> decision.reasons().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"youtube", "YouTube", " YOUTUBE "})
    void readsPlatformInAnyCase(String name) {
        assertThat(Platform.of(name)).contains(Platform.YOUTUBE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "myspace", "youtube2"})
    void knowsNoDefaultPlatform(String name) {
        assertThat(Platform.of(name)).isEmpty();
    }

    @Test
    void countsAttemptsFromOne() {
        var first = Brief.first(Samples.deserving());
        var findings = List.of(Samples.finding(Severity.WARNING));
        var second = Brief.again(new Verdict.Repairable(Samples.draft(first, "a"), findings));
        var third = Brief.again(new Verdict.Repairable(Samples.draft(second, "b"), findings));
        assertThat(List.of(first.attempt(), second.attempt(), third.attempt()))
                .containsExactly(1, 2, 3);
        assertThat(third.appraisal()).isSameAs(first.appraisal());
    }

    @Test
    void onlyCreatorsOwnWordsShapeVoice() {
        assertThat(passage(Provenance.VERBATIM, true).shapesVoice()).isTrue();
        assertThat(passage(Provenance.PARAPHRASE, true).shapesVoice()).isFalse();
        assertThat(passage(Provenance.VERBATIM, false).shapesVoice()).isFalse();
    }

    private static Passage passage(Provenance provenance, boolean byCreator) {
        return new Passage(
                "d1",
                "With a shovel.",
                null,
                "s1",
                "comment",
                null,
                null,
                null,
                null,
                provenance,
                byCreator,
                null,
                0.5);
    }

    @Test
    void threadIsParentOrTargetItself() {
        assertThat(Samples.target().threadId()).isEqualTo("Ugw1");
    }
}
