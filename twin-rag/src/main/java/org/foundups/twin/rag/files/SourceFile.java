package org.foundups.twin.rag.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file to be read, from its beginning as often as a format needs it.
public interface SourceFile {
    /// Its name, with the folders above it as far as they are known, separated by `/`.
    String name();

    /// Opens it anew. The caller closes the stream.
    InputStream open() throws IOException;

    /// Its size in bytes; 0 if nobody knows.
    long size();

    /// The last part of its name.
    default String fileName() {
        return name().substring(name().lastIndexOf('/') + 1);
    }

    /// The folder it lies in; empty if nobody knows.
    default String folder() {
        var parts = name().split("/", -1);
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    /// The last part of its name without what follows the last dot.
    default String stem() {
        var dot = fileName().lastIndexOf('.');
        return dot < 1 ? fileName() : fileName().substring(0, dot);
    }

    /// A file on the disk, shown by its own name.
    static SourceFile of(Path file) {
        return of(file, String.valueOf(file.getFileName()));
    }

    /// A file on the disk.
    ///
    /// @param name as it is to be shown
    static SourceFile of(Path file, String name) {
        return new OnDisk(file, name);
    }

    /// Bytes that are here already.
    static SourceFile of(String name, byte[] bytes) {
        return new InMemory(name, bytes.clone());
    }

    /// A file on the disk.
    ///
    /// @param file which must stay while it is read
    record OnDisk(Path file, String name) implements SourceFile {
        @Override
        public InputStream open() throws IOException {
            if (!Files.isRegularFile(file)) throw new NoSuchFileException(file.toString());
            return Files.newInputStream(file);
        }

        @Override
        public long size() {
            return file.toFile().length();
        }
    }

    /// A file of bytes. Not compared by them.
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares files, and the bytes are a copy.
    record InMemory(String name, byte[] bytes) implements SourceFile {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
