package org.foundups.twin.testing;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.Journal;
import org.foundups.twin.core.Recorded;

/// Keeps what it is given for as long as the test lasts.
public final class InMemoryJournal implements Journal {
    private final List<Consideration> entries = new ArrayList<>();

    @Override
    public synchronized Recorded record(Consideration consideration) {
        entries.add(consideration);
        return new Recorded(consideration, entries.size());
    }

    /// Oldest first.
    public synchronized List<Consideration> entries() {
        return List.copyOf(entries);
    }
}
