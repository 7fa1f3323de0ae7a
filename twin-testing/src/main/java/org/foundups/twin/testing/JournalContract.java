package org.foundups.twin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.Decision;
import org.foundups.twin.core.Journal;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Timings;
import org.foundups.twin.core.Verdict;
import org.junit.jupiter.api.Test;

/// What every journal promises.
public abstract class JournalContract {
    protected abstract Journal emptyJournal();

    @Test
    void numbersLaterEntriesHigher() {
        var journal = emptyJournal();
        var first = journal.record(consideration("One?"));
        assertThat(journal.record(consideration("Two?")).sequence())
                .isGreaterThan(first.sequence());
    }

    @Test
    void givesBackWhatItRecorded() {
        var consideration = consideration("One?");
        assertThat(emptyJournal().record(consideration).consideration()).isEqualTo(consideration);
    }

    /// A decision to comment on the given text, ready to be recorded.
    protected static Consideration consideration(String text) {
        var draft = Fixtures.draft(Fixtures.brief(text), "Four months, all in all.");
        var decision =
                new Decision(
                        new Verdict.Cleared(draft, draft.text(), List.of()),
                        Action.COMMENT,
                        0.9,
                        List.of(new Reason("RELEVANT", "It is the creator's business.", 0.9, null)),
                        Duration.ofMinutes(5),
                        null,
                        true,
                        "test-1",
                        Fixtures.NOON.plus(Duration.ofHours(24)));
        return new Consideration(decision, new Timings(Map.of(), Duration.ofMillis(1)));
    }
}
