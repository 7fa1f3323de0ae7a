package org.foundups.twin.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.foundups.twin.testing.Fixtures.NOON;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.Decision;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Journal;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.Verdict;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.HostileTexts;
import org.foundups.twin.testing.JournalContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TrajectoryJournalTest extends JournalContract {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TrajectoryStore store = TrajectoryStore.emptied();
    private final Journal journal = committing(new TrajectoryJournal(store.database));

    @Override
    protected Journal emptyJournal() {
        return journal;
    }

    private Journal committing(Journal inner) {
        return consideration -> store.inTransaction(() -> inner.record(consideration));
    }

    private JsonNode only(Kind kind) {
        assertThat(store.lines(kind)).hasSize(1);
        return JSON.readTree(store.lines(kind).getFirst());
    }

    @Test
    void keepsTheFieldsOfTheOriginalsDrafts() {
        journal.record(consideration("How long?"));
        var draft = only(Kind.DRAFTS);
        assertThat(draft.propertyNames())
                .contains(
                        "timestamp",
                        "context",
                        "draft_text",
                        "accepted",
                        "confidence",
                        "retrieved_snippets");
        assertThat(draft.get("timestamp").stringValue()).isEqualTo(NOON.toString());
        assertThat(draft.get("context").get("platform").stringValue()).isEqualTo("youtube");
        assertThat(draft.get("draft_text").stringValue()).isEqualTo("Four months, all in all.");
        assertThat(draft.get("confidence").isNumber()).isTrue();
        assertThat(draft.get("retrieved_snippets").isArray()).isTrue();
        // Nobody has approved it yet, so it is neither.
        assertThat(draft.get("accepted").isNull()).isTrue();
    }

    @Test
    void keepsTheFieldsOfTheOriginalsDecisions() {
        journal.record(consideration("How long?"));
        var decision = only(Kind.DECISIONS);
        assertThat(decision.propertyNames())
                .contains("timestamp", "context", "decision", "rationale", "confidence");
        assertThat(decision.get("decision").stringValue()).isEqualTo("comment");
        assertThat(decision.get("rationale").stringValue())
                .isEqualTo("It is the creator's business.");
        assertThat(decision.get("confidence").doubleValue()).isEqualTo(0.9);
    }

    @Test
    void linksEveryLineOfAConsideration() {
        journal.record(consideration("How long?"));
        var root = only(Kind.EVENTS);
        var draft = only(Kind.DRAFTS);
        var decision = only(Kind.DECISIONS);
        assertThat(root.get("parent_id").isNull()).isTrue();
        assertThat(draft.get("parent_id")).isEqualTo(root.get("id"));
        assertThat(decision.get("parent_id")).isEqualTo(draft.get("id"));
        for (var line : List.of(root, draft, decision)) {
            assertThat(line.get("v").intValue()).isEqualTo(1);
            assertThat(line.get("trace_id")).isEqualTo(root.get("trace_id"));
        }
    }

    @Test
    void recordsEveryAttemptInOrder() {
        journal.record(redrafted());
        assertThat(store.lines(Kind.DRAFTS))
                .map(JSON::readTree)
                .extracting(
                        draft -> draft.get("attempt").intValue(),
                        draft -> draft.get("raw_text").stringValue(),
                        draft -> draft.get("verdict").stringValue())
                .containsExactly(
                        tuple(1, "IMHO long.", "flagged"), tuple(2, "Four months.", "cleared"));
    }

    /// Both attempts carry the same draft id here: that a generator repeats itself must not make
    /// the record fail.
    private static Consideration redrafted() {
        var first = Fixtures.draft(Fixtures.brief("How long?"), "IMHO long.");
        var finding = new Finding("banned_phrase", Severity.WARNING, "It says IMHO.", null);
        var again = Brief.again(new Verdict.Repairable(first, List.of(finding)));
        var second = Fixtures.draft(again, "Four months.");
        var model = Fixtures.decisionToComment(Fixtures.incoming("How long?"));
        return Fixtures.consideration(
                new Decision(
                        new Verdict.Cleared(second, second.text(), List.of()),
                        Action.COMMENT,
                        0.9,
                        model.reasons(),
                        model.cooldown(),
                        null,
                        true,
                        "test-1",
                        model.expiresAt()));
    }

    @Test
    void leavesNoDraftWhereNoneWasMade() {
        var decision = Fixtures.decisionTo(Action.LIKE, Fixtures.incoming("Lovely!"));
        journal.record(Fixtures.consideration(decision));
        assertThat(store.lines(Kind.DRAFTS)).isEmpty();
        assertThat(only(Kind.DECISIONS).get("decision").stringValue()).isEqualTo("like");
        assertThat(only(Kind.DECISIONS).get("parent_id")).isEqualTo(only(Kind.EVENTS).get("id"));
    }

    @Test
    void writesAnyTextAsOneLine() {
        for (var text : HostileTexts.ALL) journal.record(consideration(text));
        for (var kind : List.of(Kind.DRAFTS, Kind.DECISIONS, Kind.EVENTS)) {
            var lines = store.lines(kind);
            assertThat(lines).hasSameSizeAs(HostileTexts.ALL);
            for (var index = 0; index < lines.size(); index++) {
                var line = lines.get(index);
                assertThat(line.codePoints()).noneMatch(TrajectoryJournalTest::endsOrBreaksLines);
                assertThat(JSON.readTree(line).get("context").get("text").stringValue())
                        .isEqualTo(Lines.clean(HostileTexts.ALL.get(index)));
            }
        }
    }

    private static boolean endsOrBreaksLines(int point) {
        return point < ' ' || point == 0x85 || point == 0x2028 || point == 0x2029;
    }

    @Test
    void writesLettersAsTheyAre() {
        journal.record(consideration("ビザ für 👨‍👩‍👧?"));
        assertThat(store.lines(Kind.DECISIONS).getFirst()).contains("\"ビザ für 👨‍👩‍👧?\"");
    }

    @Test
    void recordsNothingOfWhatIsRolledBack() {
        assertThatThrownBy(() ->
                        store.inTransaction(() -> {
                            new TrajectoryJournal(store.database)
                                    .record(consideration("How long?"));
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
        for (var kind : Kind.values()) assertThat(store.lines(kind)).isEmpty();
    }

    @Test
    void refusesToRecordOutsideATransaction() {
        var bare = new TrajectoryJournal(store.database);
        assertThatThrownBy(() -> bare.record(consideration("How long?")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void failsIfTheSameConsiderationIsRecordedTwice() {
        var consideration = consideration("How long?");
        journal.record(consideration);
        assertThatThrownBy(() -> journal.record(consideration))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.kind()).isEqualTo(TwinException.Kind.OUTSIDE));
        assertThat(store.lines(Kind.DECISIONS)).hasSize(1);
    }

    /// Otherwise somebody who follows the numbers would miss the lower one for ever.
    @Test
    void showsNoHigherNumberBeforeALowerOne() throws Exception {
        var reader = new TrajectoryReader(store.database);
        try (var threads = Executors.newFixedThreadPool(9)) {
            var writers = new ArrayList<Callable<Void>>();
            for (var writer = 0; writer < 8; writer++) {
                var name = "writer " + writer;
                writers.add(() -> {
                    for (var number = 0; number < 25; number++) {
                        journal.record(consideration(name + " " + number));
                    }
                    return null;
                });
            }
            var done = new AtomicBoolean();
            var following = threads.submit(() -> followed(reader, done));
            for (var writer : threads.invokeAll(writers)) writer.get();
            done.set(true);
            assertThat(following.get()).hasSize(8 * 25 * 3).isSorted();
        }
    }

    private static List<Long> followed(TrajectoryReader reader, AtomicBoolean done) {
        var seen = new ArrayList<Long>();
        for (var last = false; !last; ) {
            last = done.get();
            for (var event : reader.after(seen.isEmpty() ? 0 : seen.getLast(), 1_000)) {
                seen.add(event.seq());
            }
        }
        return seen;
    }
}
