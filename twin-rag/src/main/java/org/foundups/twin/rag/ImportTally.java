package org.foundups.twin.rag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foundups.twin.rag.files.ImportRow;
import org.foundups.twin.rag.files.ImportSource;
import org.foundups.twin.rag.routing.Routing;
import org.jspecify.annotations.Nullable;

/// Counts what becomes of the rows of a file, or of all files of an archive.
final class ImportTally {
    private static final int ERRORS = 1_000;
    private static final int NOTES = 30;

    private final List<ImportSummary.RowError> errors = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<String, Integer> formats = new TreeMap<>();
    private @Nullable String file;
    private String encoding = "UTF-8";
    private long stored;
    private long unchanged;
    private long refused;
    private long speakerless;
    private int passed;
    private long replaced;
    private final Map<String, Integer> routes = new TreeMap<>();

    /// Begins a file.
    ///
    /// @param inArchive its name there; null if it came by itself
    void begin(@Nullable String inArchive, ImportSource source) {
        file = inArchive;
        encoding = source.encoding();
        formats.merge(source.format().id(), 1, Integer::sum);
    }

    /// Ends a file that was read to its end, or to where the import was stopped.
    void end(ImportSource source) {
        for (var note : source.notes()) {
            if (notes.size() < NOTES) notes.add(file == null ? note : file + ": " + note);
        }
    }

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
        if (errors.size() < ERRORS) errors.add(new ImportSummary.RowError(file, line, reason));
    }

    /// A file of an archive cannot be read, from its beginning or from somewhere on.
    void refuseFile(String name, String reason) {
        file = name;
        refuse(0, reason);
    }

    /// A video goes somewhere.
    void routed(Routing routing) {
        routes.merge(routing.route() + " (" + routing.reason() + ")", 1, Integer::sum);
    }

    /// Passages of an older version were forgotten.
    void replaced(int passages) {
        replaced += passages;
    }

    /// A file of an archive is not looked into.
    void pass() {
        passed++;
    }

    ImportProgress.Standing standing(long bytes, long totalBytes) {
        return new ImportProgress.Standing(rows(), -1, refused, bytes, totalBytes);
    }

    /// What became of a file that came by itself.
    ImportSummary summary(ImportSource source, boolean stopped) {
        return summary(source.format().id(), stopped);
    }

    /// What became of an archive.
    ImportSummary archive(boolean stopped) {
        var read =
                formats.entrySet().stream()
                        .map(format -> format.getValue() + " " + format.getKey())
                        .collect(Collectors.joining(", "));
        notes.add("Files read: " + (read.isEmpty() ? "none" : read) + ".");
        if (passed > 0)
            notes.add(
                    passed
                            + " other files of the archive were left alone: pictures, videos, and"
                            + " what is not the creator's public words.");
        return summary("zip", stopped);
    }

    private ImportSummary summary(String format, boolean stopped) {
        var said = new ArrayList<>(notes);
        if (rows() == 0 && routes.isEmpty() && !stopped)
            said.add("There is nothing to import: the file holds no rows.");
        if (replaced > 0)
            said.add(
                    replaced
                            + " passages of older versions were forgotten, because the files do"
                            + " not hold them any more.");
        if (!routes.isEmpty())
            said.add(
                    routes.entrySet().stream()
                            .map(route -> route.getValue() + " " + route.getKey())
                            .collect(Collectors.joining(", ", "Videos: ", ".")));
        if (speakerless > 0)
            said.add(
                    speakerless
                            + " rows do not say who speaks: they can be found, but no answer draws on"
                            + " them. If it is the creator, import again and name the speaker.");
        if (errors.size() < refused)
            said.add("Only the first " + errors.size() + " refused rows are listed.");
        return new ImportSummary(
                format,
                format.equals("zip") ? "UTF-8" : encoding,
                rows(),
                stored,
                unchanged,
                refused,
                file == null ? byLine() : errors,
                stopped,
                said);
    }

    private List<ImportSummary.RowError> byLine() {
        return errors.stream()
                .sorted(Comparator.comparingLong(ImportSummary.RowError::line))
                .toList();
    }

    private long rows() {
        return stored + unchanged + refused;
    }
}
