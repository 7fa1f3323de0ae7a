package org.foundups.twin.drafter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.TwinException.Code;

/// The native libraries of the embedded engine, fetched once per machine through the `npm` that is
/// installed. To cancel, interrupt the thread that fetches.
public final class NativeStore {
    private static final long LIMIT_BYTES = 1L << 30;

    private final StoreSettings settings;
    private final NativeCatalogue catalogue;
    private final String platform;
    private final List<List<String>> clients;
    private final Duration stall;
    private final LongSupplier nanoTime;

    NativeStore(
            StoreSettings settings,
            String platform,
            List<List<String>> clients,
            Duration stall,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.catalogue = CatalogueFile.read(settings.natives(), NativeCatalogue.class);
        this.platform = platform;
        this.clients = List.copyOf(clients);
        this.stall = stall;
        this.nanoTime = nanoTime;
    }

    /// The store for this machine.
    ///
    /// @throws TwinException of code VALIDATION if the list of packages cannot be used
    public static NativeStore open(StoreSettings settings) {
        return new NativeStore(
                settings,
                HostPlatform.current(),
                List.of(List.of("npm")),
                Duration.ofSeconds(90),
                System::nanoTime);
    }

    /// The libraries, if they are here; nothing is fetched.
    public Optional<NativeLibraries> present() {
        return Files.isDirectory(location()) ? Optional.of(libraries()) : Optional.empty();
    }

    /// Fetches the libraries unless they are here.
    ///
    /// @throws TwinException of code UNAVAILABLE if they cannot be had; the message says what to do
    /// @throws CancellationException if the thread was interrupted
    public NativeLibraries obtain(TransferListener listener) {
        var present = present();
        if (present.isPresent()) return present.get();
        var entry = catalogue.forPlatform(platform).orElseThrow(this::unsupported);
        try {
            Files.createDirectories(settings.nativeDirectory());
            var lock = settings.nativeDirectory().resolve(platform + ".lock");
            var waiting = "The native libraries are being fetched already; waiting for that.";
            try (var _ = CacheLock.on(lock, () -> listener.note(waiting))) {
                if (present().isEmpty()) fetch(entry, listener);
                return libraries();
            }
        } catch (SourceFailed failed) {
            throw failure(failed.sentence(), failed);
        } catch (IOException | UncheckedIOException failed) {
            throw failure(failed.getMessage() + ".", failed);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Cancelled.");
        }
    }

    private void fetch(NativeCatalogue.Entry entry, TransferListener listener)
            throws IOException, SourceFailed, InterruptedException {
        var meter = new ProgressMeter(entry.packageName(), entry.bytes(), listener, nanoTime);
        var working = Folders.fresh(location().resolveSibling(platform + ".npm"));
        try {
            var tarball = packed(entry, working, meter);
            check(entry, tarball, meter);
            var unpacked = Files.createDirectory(working.resolve("unpacked"));
            if (new TarballFolder(entry.folder(), LIMIT_BYTES).unpack(tarball, unpacked) == 0) {
                throw new SourceFailed("The package has no folder " + entry.folder() + ".");
            }
            Files.move(unpacked, location(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(working);
        }
    }

    private Path packed(NativeCatalogue.Entry entry, Path working, ProgressMeter meter)
            throws IOException, SourceFailed, InterruptedException {
        var client =
                Subprocess.available(clients, working)
                        .orElseThrow(
                                () -> new SourceFailed("There is no npm here. Install Node.js."));
        meter.begin(TransferProgress.Phase.FETCHING, 0);
        var name = entry.packageName() + "@" + catalogue.version();
        var ended =
                Subprocess.run(
                        Subprocess.with(
                                client,
                                List.of("pack", name, "--pack-destination", ".", "--silent")),
                        Map.of("npm_config_cache", working.resolve("cache").toString()),
                        working,
                        () -> {
                            var here = Folders.size(working);
                            meter.done(here);
                            return here;
                        },
                        stall);
        return Folders.files(working).stream()
                .filter(file -> working.equals(file.getParent()))
                .filter(file -> file.toString().endsWith(".tgz"))
                .findFirst()
                .orElseThrow(() ->
                        new SourceFailed("npm could not fetch " + name + ": " + ended.complaint()));
    }

    private static void check(NativeCatalogue.Entry entry, Path tarball, ProgressMeter meter)
            throws IOException, SourceFailed {
        if (entry.sha256() == null) {
            meter.note("The hash of " + entry.packageName() + " is not pinned; npm checked it.");
            return;
        }
        var hash = Digests.sha256(tarball, _ -> {});
        if (hash.equals(entry.sha256())) return;
        throw new SourceFailed(
                "npm gave another "
                        + entry.packageName()
                        + " than it should be (SHA-256 "
                        + hash.substring(0, 12)
                        + "… instead of "
                        + entry.sha256().substring(0, 12)
                        + "…); it was thrown away.");
    }

    private Path location() {
        return settings.nativeDirectory().resolve(platform + "-" + catalogue.version());
    }

    private NativeLibraries libraries() {
        return new NativeLibraries(location(), platform, catalogue.version());
    }

    private TwinException unsupported() {
        return new TwinException(
                Code.UNAVAILABLE,
                "There are no native libraries for "
                        + platform
                        + ". Run a model server yourself and name it in TWIN_LLM_URL.");
    }

    private static TwinException failure(String sentence, Exception cause) {
        return new TwinException(
                Code.UNAVAILABLE,
                "The native libraries of the model engine could not be fetched. "
                        + sentence
                        + " Or run a model server yourself and name it in TWIN_LLM_URL.",
                cause);
    }
}
