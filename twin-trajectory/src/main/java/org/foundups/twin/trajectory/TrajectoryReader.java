package org.foundups.twin.trajectory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what was recorded, straight from the database.
public final class TrajectoryReader {
    private final EventStore store;

    public TrajectoryReader(JdbcClient database) {
        this.store = new EventStore(database);
    }

    /// One kind, in order.
    ///
    /// @param after number of the last event seen; 0 for the beginning
    /// @param since inclusive; null for no bound
    /// @param until exclusive; null for no bound
    public List<StoredEvent> page(
            Kind kind, long after, @Nullable Instant since, @Nullable Instant until, int limit) {
        return store.page(kind, after, since, until, limit);
    }

    /// All kinds, in order, for those who follow along.
    public List<StoredEvent> after(long seq, int limit) {
        return store.after(seq, limit);
    }

    /// Number of the newest event; 0 if there is none.
    public long last() {
        return store.last();
    }

    /// How many events there are of each kind.
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var kind : Kind.values()) counts.put(kind.id(), store.count(kind, 0));
        return counts;
    }
}
