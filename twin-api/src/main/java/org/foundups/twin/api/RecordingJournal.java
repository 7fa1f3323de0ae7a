package org.foundups.twin.api;

import org.foundups.twin.core.Action;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.Journal;
import org.foundups.twin.core.Recorded;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.engagement.Considerations;
import org.foundups.twin.engagement.Cooldowns;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Records a consideration everywhere it must stand, in one transaction: the events it tells, the
/// result as callers get it, and the rest its thread and author now have.
final class RecordingJournal implements Journal {
    private final TransactionTemplate transaction;
    private final Journal events;
    private final Considerations considerations;
    private final Cooldowns cooldowns;
    private final JsonMapper json;
    private final Runnable recorded;

    /// @param recorded told after each commit
    RecordingJournal(
            TransactionTemplate transaction,
            Journal events,
            Considerations considerations,
            Cooldowns cooldowns,
            JsonMapper json,
            Runnable recorded) {
        this.transaction = transaction;
        this.events = events;
        this.considerations = considerations;
        this.cooldowns = cooldowns;
        this.json = json;
        this.recorded = recorded;
    }

    @Override
    public Recorded record(Consideration consideration) {
        try {
            var result = transaction.execute(ignored -> recordAll(consideration));
            recorded.run();
            return result;
        } catch (DataAccessException | TransactionException failure) {
            throw new TwinException(
                    TwinException.Code.UNAVAILABLE,
                    "The decision could not be recorded, so it does not count. Try again.",
                    failure);
        }
    }

    private Recorded recordAll(Consideration consideration) {
        var decision = consideration.decision();
        if (decision.action() == Action.COMMENT && !cooldowns.tryHold(decision))
            throw new CooldownLost();
        considerations.store(
                consideration, json.writeValueAsString(ConsiderationView.of(consideration)));
        // Last, for from here to the commit every other writer of events waits.
        return events.record(consideration);
    }

    /// Another consideration decided to comment in the same thread, or to the same author, a moment
    /// before.
    static final class CooldownLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CooldownLost() {
            super("another comment was decided first");
        }
    }
}
