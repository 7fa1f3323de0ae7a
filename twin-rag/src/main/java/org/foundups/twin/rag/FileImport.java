package org.foundups.twin.rag;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.files.Archive;
import org.foundups.twin.rag.files.ImportOptions;
import org.foundups.twin.rag.files.ImportRow;
import org.foundups.twin.rag.files.ImportSource;
import org.foundups.twin.rag.files.SourceFile;

/// Brings files into the memory batch by batch, so that neither a large file nor a large row fills
/// the heap. What was stored before a stop, a failure or a crash stays, and is recognised next
/// time.
final class FileImport {
    private static final int BATCH = 64;

    /// A batch of enormous rows ends earlier.
    private static final long BATCH_BYTES = 4 << 20;

    private final Destination destination;
    private final ImportOptions options;
    private final ImportProgress progress;

    FileImport(Destination destination, ImportOptions options, ImportProgress progress) {
        this.destination = destination;
        this.options = checked(options);
        this.progress = progress;
    }

    /// What would be wrong with every row is said once, before the first.
    private static ImportOptions checked(ImportOptions options) {
        var type = options.sourceType();
        if (type != null && SourceType.of(type).isEmpty())
            throw invalid("A source type is one of comment, video_transcript, post and note.");
        var platform = options.platform();
        if (platform != null && Platform.of(platform).isEmpty())
            throw invalid("A platform is one of youtube, linkedin and x.");
        return options;
    }

    private static TwinException invalid(String message) {
        return new TwinException(TwinException.Code.VALIDATION, message);
    }

    /// Imports a file, or every file of a ZIP archive.
    ImportSummary run(SourceFile file) {
        try {
            return file instanceof SourceFile.OnDisk(var path, _) && Archive.isOne(file)
                    ? new ArchiveImport(this, options).run(path)
                    : alone(file);
        } catch (NoSuchFileException absent) {
            throw new TwinException(
                    TwinException.Code.NOT_FOUND,
                    "There is no such file, or it is a directory.",
                    absent);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private ImportSummary alone(SourceFile file) throws IOException {
        var tally = new ImportTally();
        try (var source = ImportSource.of(file, options)) {
            tally.begin(null, source);
            var stopped = !read(source, tally, new Reach(0, file.size()));
            return tally.summary(source, stopped);
        }
    }

    /// How much of everything was read before a file, and how much there is.
    record Reach(long before, long total) {}

    private static TwinException unreadable(IOException failure) {
        return new TwinException(
                TwinException.Code.UNAVAILABLE,
                "The file cannot be read to its end; check its permissions and its disk. What was"
                        + " stored until then stays, and importing it again goes on from there.",
                failure);
    }

    /// Reads a file to its end.
    ///
    /// @return false if it was stopped before
    boolean read(ImportSource source, ImportTally tally, Reach reach) throws IOException {
        var stopped = false;
        for (var more = true; more && !stopped; ) {
            stopped = !progress.goOn();
            if (stopped) break;
            more = batch(source, tally);
            progress.at(tally.standing(reach.before() + source.bytesRead(), reach.total()));
        }
        tally.end(source);
        return !stopped;
    }

    /// @return whether there may be more
    private boolean batch(ImportSource source, ImportTally tally) throws IOException {
        var accepted = new ArrayList<ImportRow.Accepted>();
        var begun = source.bytesRead();
        Optional<ImportRow> row = Optional.empty();
        for (int read = 0; read < BATCH && source.bytesRead() - begun < BATCH_BYTES; read++) {
            row = source.next();
            if (row.isEmpty()) break;
            switch (row.get()) {
                case ImportRow.Broken(var line, var reason) -> tally.refuse(line, reason);
                case ImportRow.Accepted good -> accepted.add(good);
                case ImportRow.Whole track -> {
                    store(accepted, tally);
                    accepted.clear();
                    tally.replaced(destination.retaining().retain(options.persona(), track));
                }
                case ImportRow.Video(_, var video) -> {
                    // Its passages go with it, so it is decided before they are stored.
                    store(accepted, tally);
                    accepted.clear();
                    tally.routed(destination.deciding().decide(options.persona(), video));
                }
            }
        }
        store(accepted, tally);
        return row.isPresent();
    }

    private void store(List<ImportRow.Accepted> rows, ImportTally tally) {
        if (rows.isEmpty()) return;
        var documents = rows.stream().map(ImportRow.Accepted::document).toList();
        var results = destination.storing().store(options.persona(), documents);
        for (int i = 0; i < rows.size(); i++) tally.count(rows.get(i), results.get(i));
    }
}
