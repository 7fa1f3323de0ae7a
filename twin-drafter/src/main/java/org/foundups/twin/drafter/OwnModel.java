package org.foundups.twin.drafter;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.TwinException.Code;
import org.jspecify.annotations.Nullable;

/// Takes up a GGUF file that is in no catalogue.
///
/// @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">GGUF</a>
record OwnModel(Path directory, HttpFetch http, LongSupplier nanoTime) {
    private static final int MAGIC = 0x47475546;

    /// The entry that describes the file, which is here when this returns.
    ModelEntry entry(String location, @Nullable String sha256, TransferListener listener)
            throws IOException, InterruptedException {
        return location.matches("(?i)https?://.*")
                ? fromWeb(URI.create(location), sha256, listener)
                : fromDisk(Path.of(location).toAbsolutePath().normalize(), sha256, listener);
    }

    private ModelEntry fromDisk(Path file, @Nullable String sha256, TransferListener listener)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new TwinException(Code.VALIDATION, file + " is no file.");
        }
        var source = new ModelSource.LocalPath(file.toString());
        return described(file, file.getFileName().toString(), source, sha256, listener);
    }

    private ModelEntry fromWeb(URI url, @Nullable String sha256, TransferListener listener)
            throws IOException, InterruptedException {
        var path = url.getPath() == null ? "" : url.getPath();
        var fileName = path.substring(path.lastIndexOf('/') + 1);
        var target = directory.resolve(nameOf(fileName) + ".gguf");
        Files.createDirectories(directory);
        var lock = directory.resolve(nameOf(fileName) + ".lock");
        try (var _ = CacheLock.on(lock, () -> listener.note("It is being fetched already."))) {
            var source = new ModelSource.Url(url.toString());
            var part = PartFile.of(target, source.toString());
            http.fetch(url, part, 0, meter(fileName, 0, listener));
            try {
                var entry = described(part.path(), fileName, source, sha256, listener);
                part.complete();
                return entry;
            } catch (TwinException refused) {
                part.discard();
                throw refused;
            }
        } catch (SourceFailed failed) {
            throw new TwinException(Code.UNAVAILABLE, failed.sentence(), failed);
        }
    }

    private ModelEntry described(
            Path file,
            String fileName,
            ModelSource source,
            @Nullable String sha256,
            TransferListener listener)
            throws IOException {
        requireGguf(file, fileName);
        var bytes = Files.size(file);
        var meter = meter(fileName, bytes, listener);
        meter.begin(TransferProgress.Phase.CHECKING, 0);
        var hash = Digests.sha256(file, meter::done);
        if (sha256 != null && !hash.equals(sha256.strip().toLowerCase(Locale.ROOT))) {
            throw new TwinException(
                    Code.VALIDATION,
                    fileName
                            + " has the SHA-256 "
                            + hash
                            + ", not "
                            + Plain.line(sha256, 70)
                            + ".");
        }
        var name = nameOf(fileName);
        return new ModelEntry(
                name,
                name + ".gguf",
                bytes,
                hash,
                "unknown",
                ModelEntry.Role.GENERATOR,
                List.of(),
                List.of(source));
    }

    private ProgressMeter meter(String what, long bytes, TransferListener listener) {
        return new ProgressMeter(what, bytes, listener, nanoTime);
    }

    private static void requireGguf(Path file, String fileName) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            var begins = Files.size(file) >= 24 && in.readInt() == MAGIC;
            var version = begins ? Integer.reverseBytes(in.readInt()) : 0;
            if (version == 2 || version == 3) return;
        }
        throw new TwinException(
                Code.VALIDATION, Plain.line(fileName, 80) + " is no GGUF file of version 2 or 3.");
    }

    /// The file's name without its ending, in the letters a name may have.
    private static String nameOf(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.gguf$", "");
        var plain = name.replaceAll("[^a-z0-9._-]", "-").replaceFirst("^[^a-z0-9]+", "");
        if (plain.isEmpty()) {
            throw new TwinException(Code.VALIDATION, "The location does not end in a file name.");
        }
        return plain.substring(0, Math.min(80, plain.length()));
    }
}
