package org.foundups.twin.drafter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.TwinException.Code;
import org.jspecify.annotations.Nullable;

/// The model files: which there are, which are here, and how to get one. Several processes may use
/// the same cache; two that fetch the same file wait for each other. To cancel, interrupt the
/// thread that fetches: what has come is kept and the next attempt goes on from there.
public final class ModelStore {
    private final StoreSettings settings;
    private final ModelCatalogue shipped;
    private final ModelFiles files;
    private final ModelFetch fetch;
    private final LongSupplier nanoTime;

    ModelStore(StoreSettings settings, ModelFetch fetch, LongSupplier nanoTime) {
        this.settings = settings;
        this.shipped = CatalogueFile.read(settings.models(), ModelCatalogue.class);
        this.files = new ModelFiles(settings.modelDirectory());
        this.fetch = fetch;
        this.nanoTime = nanoTime;
    }

    /// The store these settings describe.
    ///
    /// @throws TwinException of code VALIDATION if the catalogue cannot be used
    public static ModelStore open(StoreSettings settings) {
        return new ModelStore(settings, ModelFetch.usual(), System::nanoTime);
    }

    /// Every model of the catalogue and of the user, in that order.
    public List<ModelListing> list() {
        return catalogue().models().stream().map(this::listing).toList();
    }

    /// The model the embedded engine is to use: the user's choice, else the catalogue's.
    public ModelEntry selected() {
        return find(Objects.requireNonNullElse(catalogue().defaultGenerator(), ""));
    }

    /// The model of that name.
    ///
    /// @throws TwinException of code NOT_FOUND if there is none; the message lists those there are
    public ModelEntry find(String name) {
        var catalogue = catalogue();
        return catalogue
                .find(name)
                .orElseThrow(() ->
                        new TwinException(
                                Code.NOT_FOUND,
                                "There is no model \""
                                        + Plain.line(name, 80)
                                        + "\". Known are "
                                        + String.join(", ", names(catalogue))
                                        + "."));
    }

    /// The file of a model, if it is here; nothing is fetched.
    public Optional<StoredModel> present(String name) {
        return present(find(name), TransferListener.NONE);
    }

    /// Fetches a model unless it is here, from its sources in order.
    ///
    /// @throws TwinException NOT_FOUND for an unknown name, UNAVAILABLE if no source gives it,
    ///   CAPACITY if there is no room
    /// @throws CancellationException if the thread was interrupted
    public StoredModel pull(String name, TransferListener listener) {
        var entry = find(name);
        return present(entry, listener).orElseGet(() -> fetched(entry, listener));
    }

    /// A model to work with: the one named if it is here, else one of its fallbacks that is here,
    /// else whichever of them can be fetched first. The listener is told of every step down.
    ///
    /// @param name null means the selected one
    /// @throws TwinException as [#pull] does, when none can be had
    public StoredModel obtain(@Nullable String name, TransferListener listener) {
        var wanted = name == null ? selected() : find(name);
        var candidates = new ArrayList<>(List.of(wanted));
        wanted.fallback().forEach(fallback -> candidates.add(find(fallback)));
        for (var candidate : candidates) {
            var present = present(candidate, listener);
            if (present.isEmpty()) continue;
            if (!candidate.equals(wanted)) listener.note(instead(wanted, candidate));
            return present.get();
        }
        return firstFetched(candidates, listener);
    }

    /// Adds a GGUF file of the user's own to the user's catalogue. A file on this machine is used
    /// where it lies; one from the web is fetched at once.
    ///
    /// @param location a path, or an http or https address
    /// @param sha256 what the file's hash must be; null takes the file as it is and keeps its hash
    /// @throws TwinException VALIDATION if it is no GGUF file or has another hash
    public ModelEntry add(String location, @Nullable String sha256, TransferListener listener) {
        return guarded(() -> {
            var adding = new OwnModel(files.directory(), fetch.http(), nanoTime);
            var entry = adding.entry(location, sha256, listener);
            CatalogueFile.write(settings.ownModels(), own().adding(entry));
            files.stamp(entry, files.location(entry));
            return entry;
        });
    }

    /// Makes a model the one the embedded engine uses from its next start on.
    ///
    /// @throws TwinException NOT_FOUND for an unknown name, VALIDATION if it writes no text
    public ModelEntry use(String name) {
        var entry = find(name);
        if (entry.role() != ModelEntry.Role.GENERATOR) {
            throw new TwinException(
                    Code.VALIDATION, name + " is a validator: it is not made to write replies.");
        }
        CatalogueFile.write(settings.ownModels(), own().using(name));
        return entry;
    }

    private StoredModel firstFetched(List<ModelEntry> candidates, TransferListener listener) {
        for (var candidate : candidates) {
            var last = candidate.equals(candidates.getLast());
            try {
                return fetched(candidate, listener);
            } catch (TwinException failed) {
                if (last || failed.code() != Code.UNAVAILABLE) throw failed;
                var next = candidates.get(candidates.indexOf(candidate) + 1);
                listener.note(
                        candidate.name() + " cannot be had here, so " + next.name() + " is next.");
            }
        }
        throw new IllegalStateException("no candidates");
    }

    private static String instead(ModelEntry wanted, ModelEntry present) {
        return wanted.name()
                + " is not here; "
                + present.name()
                + " is, and is used. `./twin model pull "
                + wanted.name()
                + "` fetches the other.";
    }

    private Optional<StoredModel> present(ModelEntry entry, TransferListener listener) {
        return guarded(() -> files.verified(entry, meter(entry, listener)));
    }

    private StoredModel fetched(ModelEntry entry, TransferListener listener) {
        return guarded(() -> {
            var target = files.directory().resolve(entry.file());
            var lock = files.directory().resolve(entry.name() + ".lock");
            var waiting = entry.name() + " is being fetched already; waiting for that.";
            try (var _ = CacheLock.on(lock, () -> listener.note(waiting))) {
                var meanwhile = files.verified(entry, meter(entry, listener));
                if (meanwhile.isPresent()) return meanwhile.get();
                fetch.fetch(entry, target, meter(entry, listener));
                files.stamp(entry, target);
                return new StoredModel(entry, target);
            }
        });
    }

    private ModelListing listing(ModelEntry entry) {
        return guarded(() -> {
            var bytes = files.presentBytes(entry);
            var state =
                    ModelFiles.hasSize(files.location(entry), entry.bytes())
                            ? ModelListing.State.PRESENT
                            : bytes > 0 ? ModelListing.State.PARTIAL : ModelListing.State.ABSENT;
            return new ModelListing(
                    entry,
                    state,
                    bytes,
                    entry.name().equals(catalogue().defaultGenerator()),
                    own().find(entry.name()).isPresent());
        });
    }

    private ModelCatalogue catalogue() {
        return shipped.with(own());
    }

    private ModelCatalogue own() {
        return Files.exists(settings.ownModels())
                ? CatalogueFile.read(settings.ownModels(), ModelCatalogue.class)
                : ModelCatalogue.EMPTY;
    }

    private static List<String> names(ModelCatalogue catalogue) {
        return catalogue.models().stream().map(ModelEntry::name).toList();
    }

    private ProgressMeter meter(ModelEntry entry, TransferListener listener) {
        return new ProgressMeter(entry.name(), entry.bytes(), listener, nanoTime);
    }

    private interface CacheWork<T> {
        T done() throws IOException, InterruptedException;
    }

    private <T> T guarded(CacheWork<T> work) {
        try {
            return work.done();
        } catch (IOException | UncheckedIOException failed) {
            throw new TwinException(
                    Code.UNAVAILABLE,
                    "The model cache "
                            + files.directory()
                            + " does not work: "
                            + failed.getMessage(),
                    failed);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Cancelled. What has come so far is kept.");
        }
    }
}
