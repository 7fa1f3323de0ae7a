package org.foundups.twin.drafter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;

/// A file that is not complete yet, with a note beside it that says what it is the beginning of.
/// What another source began is not continued. One thread.
final class PartFile {
    /// What a part is the beginning of.
    ///
    /// @param source where it came from
    /// @param pieces how many whole pieces are in it, where the source has pieces
    /// @param bytes its length after the last whole piece
    /// @param validator what the server calls this version of the file; null if it gives no name
    record Note(String source, int pieces, long bytes, @Nullable String validator) {
        Note {
            Objects.requireNonNull(source, "source");
        }
    }

    private final Path target;
    private final Path part;
    private final Path noteFile;
    private Note note;

    private PartFile(Path target, Path part, Path noteFile, Note note) {
        this.target = target;
        this.part = part;
        this.noteFile = noteFile;
        this.note = note;
    }

    /// The beginning that is there, if it is from this source, else a fresh one.
    static PartFile of(Path target, String source) throws IOException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        var noteFile = target.resolveSibling(target.getFileName() + ".part.json");
        var found = readNote(noteFile);
        var opened = new PartFile(target, part, noteFile, new Note(source, 0, 0, null));
        if (found != null && found.source().equals(source) && Files.exists(part)) {
            opened.note = found;
        } else {
            opened.discard();
        }
        return opened;
    }

    /// How much of a file an earlier attempt left, whatever its source.
    static long lengthFor(Path target) throws IOException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private static @Nullable Note readNote(Path file) {
        if (!Files.exists(file)) return null;
        try {
            return CatalogueFile.read(file, Note.class);
        } catch (TwinException torn) {
            // A note that a crash left torn is worth nothing: the part is fetched anew.
            return null;
        }
    }

    Path path() {
        return part;
    }

    Note note() {
        return note;
    }

    long length() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /// Remembers the version the server is sending.
    void validator(@Nullable String validator) {
        note = new Note(note.source(), note.pieces(), note.bytes(), validator);
        CatalogueFile.write(noteFile, note);
    }

    /// Another whole piece is in.
    void pieceDone() throws IOException {
        note = new Note(note.source(), note.pieces() + 1, length(), note.validator());
        CatalogueFile.write(noteFile, note);
    }

    /// Takes back what came after the last whole piece.
    void backToLastPiece() throws IOException {
        if (!Files.exists(part)) return;
        if (Files.size(part) < note.bytes()) {
            discard();
            return;
        }
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.truncate(note.bytes());
        }
    }

    OutputStream append() throws IOException {
        return Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// Nothing of it is left.
    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(noteFile);
        note = new Note(note.source(), 0, 0, null);
    }

    /// It is whole and right: it takes its final name, in one step.
    void complete() throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(noteFile);
    }
}
