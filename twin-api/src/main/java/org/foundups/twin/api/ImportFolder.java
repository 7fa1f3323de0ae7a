package org.foundups.twin.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.foundups.twin.core.TwinException;
import org.springframework.web.multipart.MultipartFile;

/// The one directory files are imported from: a caller must not read the rest of the disk. Files
/// that were sent are kept in it until their job is done, so that a restart finds them.
record ImportFolder(Path root) {
    private static final String UPLOADS = "uploads";

    /// A file somebody put into the directory.
    ///
    /// @param path relative to the directory
    /// @throws Invalid if it is not there, or lies elsewhere
    Path existing(String path) {
        try {
            Files.createDirectories(root);
            var file = root.resolve(path).toRealPath();
            if (!file.startsWith(root.toRealPath())) throw outside();
            if (!Files.isRegularFile(file)) throw absent();
            return file;
        } catch (InvalidPathException | NoSuchFileException notThere) {
            throw absent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The import directory cannot be read.", unreadable);
        }
    }

    private static Invalid outside() {
        return Invalid.at("/path", "RANGE", "Only files in the import directory can be named.");
    }

    private static Invalid absent() {
        return Invalid.at(
                "/path",
                "RANGE",
                "There is no such file in the directory imports of the data directory. Put it"
                        + " there, or send it as a multipart field named file.");
    }

    /// Keeps a file that was sent.
    ///
    /// @throws TwinException of code UNAVAILABLE if there is no room for it; nothing of it is left
    Path keep(MultipartFile sent) {
        var file = root.resolve(UPLOADS).resolve(UUID.randomUUID() + "-" + plain(sent));
        try {
            Files.createDirectories(file.getParent());
            sent.transferTo(file);
            return file;
        } catch (IOException | IllegalStateException failure) {
            discard(file);
            throw new TwinException(
                    TwinException.Code.UNAVAILABLE,
                    "The file could not be kept; is there room on the disk? Nothing was imported.",
                    failure);
        }
    }

    /// Forgets a file that was sent; one that somebody put here stays.
    void discard(Path file) {
        try {
            if (file.startsWith(root.resolve(UPLOADS))) Files.deleteIfExists(file);
        } catch (IOException stuck) {
            throw new UncheckedIOException("An imported file cannot be deleted.", stuck);
        }
    }

    /// The name under which a file was sent, as far as it may be shown: formats tell by it what
    /// video a transcript belongs to.
    static String name(MultipartFile sent) {
        var name = sent.getOriginalFilename() == null ? "" : sent.getOriginalFilename();
        var shown = name.replaceAll("\\p{Cntrl}", "_").replace('\\', '/');
        var parts = shown.split("/", -1);
        var last = parts[parts.length - 1];
        if (last.isBlank()) return "file";
        var folder = parts.length > 1 ? parts[parts.length - 2] : "";
        var whole = folder.isBlank() || folder.equals("..") ? last : folder + "/" + last;
        return whole.length() > 300 ? whole.substring(whole.length() - 300) : whole;
    }

    /// The name helps to tell the format; nothing else of it is used.
    private static String plain(MultipartFile sent) {
        var name = sent.getOriginalFilename() == null ? "" : sent.getOriginalFilename();
        var bare = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return bare.length() > 60 ? bare.substring(bare.length() - 60) : bare;
    }
}
