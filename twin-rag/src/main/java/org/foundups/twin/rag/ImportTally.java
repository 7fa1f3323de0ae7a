package org.foundups.twin.rag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.foundups.twin.rag.files.ImportRow;
import org.foundups.twin.rag.files.ImportSource;

/// Counts what becomes of the rows of a file.
final class ImportTally {
    private static final int ERRORS = 1_000;

    private final List<ImportSummary.RowError> errors = new ArrayList<>();
    private long stored;
    private long unchanged;
    private long refused;
    private long speakerless;

    void count(ImportRow.Accepted row, StoreResult result) {
        switch (result) {
            case StoreResult.Stored _ -> stored++;
            case StoreResult.Unchanged _ -> unchanged++;
            case StoreResult.Refused broken -> refuse(row.line(), broken.reason());
        }
        if (row.document().speaker() == null && !(result instanceof StoreResult.Refused))
            speakerless++;
    }

    void refuse(long line, String reason) {
        refused++;
        if (errors.size() < ERRORS) errors.add(new ImportSummary.RowError(line, reason));
    }

    ImportProgress.Standing standing(long bytes, long totalBytes) {
        return new ImportProgress.Standing(rows(), -1, refused, bytes, totalBytes);
    }

    ImportSummary summary(ImportSource source, boolean stopped) {
        var notes = new ArrayList<>(source.notes());
        if (rows() == 0 && !stopped)
            notes.add("There is nothing to import: the file holds no rows.");
        if (speakerless > 0)
            notes.add(
                    speakerless
                            + " rows do not say who speaks: they can be found, but never shape the"
                            + " voice. If it is the creator, import again and name the speaker.");
        if (errors.size() < refused)
            notes.add("Only the first " + errors.size() + " refused rows are listed.");
        return new ImportSummary(
                source.format().id(),
                source.encoding(),
                rows(),
                stored,
                unchanged,
                refused,
                errors.stream()
                        .sorted(Comparator.comparingLong(ImportSummary.RowError::line))
                        .toList(),
                stopped,
                notes);
    }

    private long rows() {
        return stored + unchanged + refused;
    }
}
