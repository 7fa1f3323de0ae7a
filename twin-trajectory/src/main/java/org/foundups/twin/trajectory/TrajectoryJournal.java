package org.foundups.twin.trajectory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.Journal;
import org.foundups.twin.core.Recorded;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.Verdict;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Records considerations as events: one for the consideration, one for each draft, one for the
/// decision, all in the surrounding transaction, without which it refuses to work.
public final class TrajectoryJournal implements Journal {
    private final EventStore store;

    public TrajectoryJournal(JdbcClient database) {
        this.store = new EventStore(database);
    }

    @Override
    public Recorded record(Consideration consideration) {
        try {
            return new Recorded(consideration, store.append(events(consideration)));
        } catch (DataAccessException failure) {
            throw new TwinException(
                    TwinException.Code.UNAVAILABLE,
                    "The decision could not be recorded, so it does not count. Try again.",
                    failure);
        }
    }

    private static List<Event> events(Consideration consideration) {
        var events = new ArrayList<Event>();
        var root = UUID.fromString(consideration.incoming().considerationId());
        events.add(ConsiderationLines.consideration(consideration, root));
        var parent = root;
        if (consideration.decision().grounds() instanceof Verdict last) {
            for (var verdict : attempts(last)) {
                var event = ConsiderationLines.draft(consideration, verdict, parent);
                events.add(event);
                parent = event.id();
            }
        }
        events.add(ConsiderationLines.decision(consideration, parent));
        return events;
    }

    /// First to last.
    private static List<Verdict> attempts(Verdict last) {
        var attempts = new ArrayDeque<Verdict>();
        attempts.add(last);
        for (var earlier = last.draft().brief().previous();
                earlier != null;
                earlier = earlier.draft().brief().previous()) {
            attempts.addFirst(earlier);
        }
        return List.copyOf(attempts);
    }
}
