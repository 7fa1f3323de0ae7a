package org.foundups.twin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Circumstances;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Journal;
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

    @Test
    void recordsEveryAction() {
        var journal = emptyJournal();
        for (var action : List.of(Action.LIKE, Action.HEART, Action.IGNORE, Action.HOLD)) {
            var decision = Fixtures.decisionTo(action, incoming("Lovely. " + action));
            var recorded = journal.record(Fixtures.consideration(decision));
            assertThat(recorded.consideration().decision()).isEqualTo(decision);
        }
    }

    /// A text that cannot be stored as it is must not make the decision about it unrecordable.
    @Test
    void recordsConsiderationsOfAnyText() {
        var journal = emptyJournal();
        for (var text : HostileTexts.ALL) {
            var consideration = consideration(text);
            assertThat(journal.record(consideration).consideration()).isEqualTo(consideration);
        }
    }

    /// A decision to comment on the given text, ready to be recorded. The same text gives the same
    /// consideration id.
    protected static Consideration consideration(String text) {
        return Fixtures.consideration(Fixtures.decisionToComment(incoming(text)));
    }

    private static Incoming incoming(String text) {
        return Fixtures.incoming(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_16)),
                UUID.nameUUIDFromBytes(new byte[] {1}),
                Fixtures.aComment(text).build(),
                Circumstances.clear(Fixtures.NOON));
    }
}
