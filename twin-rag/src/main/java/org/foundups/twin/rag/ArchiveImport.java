package org.foundups.twin.rag;

import java.io.IOException;
import java.nio.file.Path;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.FileImport.Reach;
import org.foundups.twin.rag.files.Archive;
import org.foundups.twin.rag.files.Export;
import org.foundups.twin.rag.files.ImportOptions;
import org.foundups.twin.rag.files.ImportSource;
import org.foundups.twin.rag.files.SourceFile;

/// Imports the files of an archive one after another, in the order of their names. A file that
/// cannot be read is told and does not stop the others.
///
/// @param files imports one
record ArchiveImport(FileImport files, ImportOptions options) {
    ImportSummary run(Path path) throws IOException {
        var tally = new ImportTally();
        try (var archive = Archive.open(path)) {
            var total = total(archive);
            long before = 0;
            for (var entry : archive.entries()) {
                if (!one(archive, entry, tally, new Reach(before, total)))
                    return tally.archive(true);
                before += size(entry);
            }
        }
        return tally.archive(false);
    }

    private static long total(Archive archive) {
        return archive.entries().stream().mapToLong(ArchiveImport::size).sum();
    }

    private static long size(Archive.Entry entry) {
        return switch (entry) {
            case Archive.Entry.Packed(_, var file) -> file.size();
            case Archive.Entry.Passed _, Archive.Entry.Refused _ -> 0;
        };
    }

    /// @return false if the import was stopped
    private boolean one(Archive archive, Archive.Entry entry, ImportTally tally, Reach reach) {
        return switch (entry) {
            case Archive.Entry.Passed _ -> {
                tally.pass();
                yield true;
            }
            case Archive.Entry.Refused(var name, var reason) -> {
                tally.refuseFile(name, reason);
                yield true;
            }
            case Archive.Entry.Packed(var name, var file) -> {
                try {
                    yield read(archive, file, tally, reach);
                } catch (IOException damaged) {
                    tally.refuseFile(name, "cannot be read to its end: " + damaged.getMessage());
                    yield true;
                } catch (TwinException refused) {
                    if (refused.kind() != TwinException.Kind.CALLER) throw refused;
                    // Of an export most files are none of ours, and need not be readable.
                    if (archive.export() == Export.NONE)
                        tally.refuseFile(name, String.valueOf(refused.getMessage()));
                    else tally.pass();
                    yield true;
                }
            }
        };
    }

    private boolean read(Archive archive, SourceFile file, ImportTally tally, Reach reach)
            throws IOException {
        if (!archive.export().mayHoldWords(file.name())) {
            tally.pass();
            return true;
        }
        if (Archive.isOne(file)) {
            tally.refuseFile(
                    file.name(), "an archive within an archive is not opened; unpack it first");
            return true;
        }
        try (var source = ImportSource.of(file, options)) {
            if (!archive.export().takes(source.format())) {
                tally.pass();
                return true;
            }
            tally.begin(file.name(), source);
            return files.read(source, tally, reach);
        }
    }
}
