package org.foundups.twin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwinTest {
    private static final Incoming INCOMING = Samples.incoming();

    /// A flow in which everything goes well, one stage of which a test exchanges.
    private static final class Flow {
        private final List<Brief> drafted = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private final List<Consideration> recorded = new ArrayList<>();
        private final AtomicLong nanos = new AtomicLong();
        private Screen screen = Samples::admitted;
        private Memory memory = admitted -> new Recollection(admitted, List.of(), List.of());
        private Appraiser appraiser = Samples::deserving;
        private Drafter drafter = (brief, _) -> Samples.draft(brief, "With a shovel.");
        private Guard guard = draft -> new Verdict.Cleared(draft, draft.text(), List.of());
        private Policy policy = TwinTest::decided;
        private Journal journal =
                consideration -> {
                    recorded.add(consideration);
                    return new Recorded(consideration, recorded.size());
                };
        private int attempts = 3;

        Decision considered() {
            return recorded().consideration().decision();
        }

        Recorded recorded() {
            Drafter counting =
                    (brief, tokens) -> {
                        drafted.add(brief);
                        return drafter.draft(brief, tokens);
                    };
            var twin =
                    new Twin(
                            screen,
                            memory,
                            appraiser,
                            counting,
                            guard,
                            policy,
                            journal,
                            attempts,
                            () -> nanos.addAndGet(1_000));
            return twin.consider(INCOMING, witness());
        }

        private Witness witness() {
            return new Witness() {
                @Override
                public void finished(Stage stage, Duration took) {
                    told.add(stage.id());
                }

                @Override
                public void token(int attempt, String text) {
                    told.add(attempt + ":" + text);
                }

                @Override
                public void broke(Stage stage, RuntimeException bug) {
                    told.add("broke " + stage.id() + " " + bug.getMessage());
                }
            };
        }
    }

    private static Decision decided(Grounds grounds) {
        return new Decision(
                grounds,
                grounds instanceof Verdict.Cleared ? Action.COMMENT : Action.HOLD,
                0.9,
                List.of(new Reason("TEST", reason(grounds), 1, null)),
                Duration.ZERO,
                null,
                true,
                "test-1",
                Samples.NOON);
    }

    private static String reason(Grounds grounds) {
        return grounds instanceof Interrupted(_, var stage, var code, var reason)
                ? stage + " " + code + " " + reason
                : grounds.getClass().getSimpleName();
    }

    @Test
    void commentsWhenAllGoesWell() {
        var flow = new Flow();
        var decision = flow.considered();
        assertThat(decision.action()).isEqualTo(Action.COMMENT);
        assertThat(decision.suggestedText()).isEqualTo("With a shovel.");
        assertThat(decision.incoming()).isSameAs(INCOMING);
        assertThat(flow.told)
                .containsExactly("screen", "recall", "appraise", "draft", "inspect", "decide");
    }

    @Test
    void spendsNoDraftOnWhatIsRefused() {
        var flow = new Flow();
        flow.screen =
                incoming ->
                        new Screened.Refused(
                                incoming,
                                Signals.NONE,
                                new Refusal(Refusal.Code.SPAM, "It is spam.", null));
        assertThat(flow.considered().reason()).isEqualTo("Refused");
        assertThat(flow.drafted).isEmpty();
        assertThat(flow.told).containsExactly("screen", "decide");
    }

    @Test
    void spendsNoDraftOnWhatDeservesNoWords() {
        var flow = new Flow();
        flow.appraiser =
                recollection ->
                        new Appraisal.Wordless(
                                recollection, Features.NONE, Action.LIKE, 0.5, List.of(), null);
        assertThat(flow.considered().reason()).isEqualTo("Wordless");
        assertThat(flow.drafted).isEmpty();
    }

    @Test
    void inspectsNothingWhereNothingWasDrafted() {
        var flow = new Flow();
        flow.drafter =
                (brief, _) -> new Undrafted(brief, TwinException.Code.MODEL_UNAVAILABLE, "None.");
        assertThat(flow.considered().reason()).isEqualTo("Undrafted");
        assertThat(flow.drafted).hasSize(1);
        assertThat(flow.told).doesNotContain("inspect");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void redraftsUpToNumberOfAttempts(int attempts) {
        var flow = new Flow();
        flow.attempts = attempts;
        flow.guard =
                draft -> new Verdict.Repairable(draft, List.of(Samples.finding(Severity.WARNING)));
        assertThat(flow.considered().reason()).isEqualTo("Repairable");
        assertThat(flow.drafted)
                .extracting(Brief::attempt)
                .hasSize(attempts)
                .last()
                .isEqualTo(attempts);
    }

    @Test
    void tellsNextAttemptWhatWasWrongWithLast() {
        var flow = new Flow();
        flow.guard =
                draft ->
                        draft.brief().attempt() == 1
                                ? new Verdict.Repairable(
                                        draft, List.of(Samples.finding(Severity.WARNING)))
                                : new Verdict.Cleared(draft, draft.text(), List.of());
        assertThat(flow.considered().action()).isEqualTo(Action.COMMENT);
        assertThat(flow.drafted.getFirst().corrections()).isEmpty();
        assertThat(flow.drafted.getLast().corrections()).hasSize(1);
    }

    @Test
    void redraftsNothingThatIsBlocked() {
        var flow = new Flow();
        flow.guard = draft -> new Verdict.Blocked(draft, List.of(Samples.finding(Severity.ERROR)));
        assertThat(flow.considered().reason()).isEqualTo("Blocked");
        assertThat(flow.drafted).hasSize(1);
    }

    private static void breakStage(Flow flow, Stage stage, RuntimeException failure) {
        switch (stage) {
            case SCREEN ->
                    flow.screen =
                            incoming -> {
                                throw failure;
                            };
            case RECALL ->
                    flow.memory =
                            admitted -> {
                                throw failure;
                            };
            case APPRAISE ->
                    flow.appraiser =
                            recollection -> {
                                throw failure;
                            };
            case DRAFT ->
                    flow.drafter =
                            (brief, tokens) -> {
                                throw failure;
                            };
            case INSPECT ->
                    flow.guard =
                            draft -> {
                                throw failure;
                            };
            case DECIDE ->
                    flow.policy =
                            grounds -> {
                                throw failure;
                            };
        }
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "DECIDE", mode = EnumSource.Mode.EXCLUDE)
    void holdsWithCodeWhereStageFails(Stage stage) {
        var flow = new Flow();
        breakStage(flow, stage, new TwinException(TwinException.Code.UNAVAILABLE, "No index."));
        var decision = flow.considered();
        assertThat(decision.action()).isEqualTo(Action.HOLD);
        assertThat(decision.reason()).isEqualTo(stage + " UNAVAILABLE No index.");
        assertThat(flow.recorded).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "DECIDE", mode = EnumSource.Mode.EXCLUDE)
    void holdsWithoutInternalsWhereStageHasBug(Stage stage) {
        var flow = new Flow();
        breakStage(flow, stage, new IllegalStateException("secret detail"));
        var decision = flow.considered();
        assertThat(decision.action()).isEqualTo(Action.HOLD);
        assertThat(decision.reason()).startsWith(stage + " INTERNAL").doesNotContain("secret");
        assertThat(flow.told).contains("broke " + stage.id() + " secret detail");
    }

    @Test
    void failsAsWholeWhereNothingCanBeDecided() {
        var flow = new Flow();
        breakStage(flow, Stage.DECIDE, new IllegalStateException("broken"));
        assertThatThrownBy(flow::recorded).hasMessage("broken");
        assertThat(flow.recorded).isEmpty();
    }

    @Test
    void failsAsWholeWhereNothingCanBeRecorded() {
        var flow = new Flow();
        flow.journal =
                consideration -> {
                    throw new TwinException(TwinException.Code.UNAVAILABLE, "Disk full.");
                };
        assertThatThrownBy(flow::recorded)
                .isInstanceOf(TwinException.class)
                .hasMessage("Disk full.");
    }

    @Test
    void recordsWhatItGivesBack() {
        var flow = new Flow();
        var recorded = flow.recorded();
        assertThat(recorded.sequence()).isEqualTo(1);
        assertThat(recorded.consideration()).isSameAs(flow.recorded.getFirst());
    }

    @Test
    void timesEveryStageThatRanAndSumsRedrafts() {
        var flow = new Flow();
        flow.attempts = 2;
        flow.guard =
                draft -> new Verdict.Repairable(draft, List.of(Samples.finding(Severity.WARNING)));
        var timings = flow.recorded().consideration().timings();
        assertThat(timings.stages()).containsOnlyKeys(Stage.values());
        assertThat(timings.stages().keySet()).containsExactly(Stage.values());
        assertThat(timings.stages()).containsEntry(Stage.SCREEN, Duration.ofNanos(1_000));
        assertThat(timings.stages()).containsEntry(Stage.DRAFT, Duration.ofNanos(2_000));
        var spent = timings.stages().values().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(timings.total()).isGreaterThan(spent);
    }

    @Test
    void tellsWitnessEachTokenWithItsAttempt() {
        var flow = new Flow();
        flow.drafter =
                (brief, tokens) -> {
                    tokens.accept("With ");
                    tokens.accept("a shovel.");
                    return Samples.draft(brief, "With a shovel.");
                };
        flow.considered();
        assertThat(flow.told).containsSubsequence("1:With ", "1:a shovel.", "draft");
    }

    @Test
    void triesAtLeastOnce() {
        var flow = new Flow();
        flow.attempts = 0;
        assertThatThrownBy(flow::recorded).isInstanceOf(IllegalArgumentException.class);
    }
}
