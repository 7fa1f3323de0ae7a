package org.foundups.twin.rag.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Counts what was read and is not stored, to say so.
final class LeftOut {
    private final String one;
    private final String several;
    private long count;

    /// @param one what is said of one, after the number
    LeftOut(String one, String several) {
        this.one = one;
        this.several = several;
    }

    void add() {
        count++;
    }

    long count() {
        return count;
    }

    private String note() {
        return String.format(Locale.ROOT, "%,d %s.", count, count == 1 ? one : several);
    }

    /// A sentence for each kind that occurred.
    static List<String> notes(LeftOut... kinds) {
        var notes = new ArrayList<String>();
        for (var kind : kinds) {
            if (kind.count > 0) notes.add(kind.note());
        }
        return notes;
    }
}
