package org.foundups.twin.testing;

import org.foundups.twin.core.Journal;

final class InMemoryJournalTest extends JournalContract {
    @Override
    protected Journal emptyJournal() {
        return new InMemoryJournal();
    }
}
