package org.foundups.twin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.drafter.ModelStore;
import org.foundups.twin.drafter.NativeStore;
import org.foundups.twin.drafter.StoredModel;
import org.foundups.twin.drafter.TransferListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fetch",
        description =
                "Fetches what the embedded engine needs and is not here yet: its libraries and its"
                        + " model. ./twin up does this by itself.",
        footer = {"", "For example:", "  twin fetch"})
final class FetchCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and do nothing.")
    boolean help;

    @Option(names = "--natives-only", description = "Only the libraries.")
    boolean nativesOnly;

    @Option(
            names = "--print-path",
            description = "Print where the libraries, or else the model, lie.")
    boolean printPath;

    FetchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var path = Download.watched(session, this::fetched);
        if (printPath) session.terminal().out().raw(path.toString());
        return Exit.DONE.status();
    }

    private Path fetched(TransferListener listener) {
        var stores = session.settings().stores();
        var libraries = NativeStore.open(stores).obtain(listener);
        return nativesOnly
                ? libraries.directory()
                : model(ModelStore.open(stores), listener).file();
    }

    /// A model that was named is fetched or nothing is: nobody gets another one unawares. Otherwise
    /// the chosen one, and what may take its place only if none of its sources can be reached.
    private StoredModel model(ModelStore store, TransferListener listener) {
        var named = session.settings().namedModel();
        if (named != null) return store.pull(named, listener);
        var chosen = store.selected();
        var names = new ArrayList<>(List.of(chosen.name()));
        names.addAll(chosen.fallback());
        for (var name : names.subList(0, names.size() - 1)) {
            try {
                return told(chosen.name(), store.pull(name, listener), listener);
            } catch (TwinException failed) {
                if (failed.code() != TwinException.Code.UNAVAILABLE) throw failed;
            }
        }
        return told(chosen.name(), store.pull(names.getLast(), listener), listener);
    }

    private static StoredModel told(String chosen, StoredModel stored, TransferListener listener) {
        var name = stored.entry().name();
        if (!name.equals(chosen)) {
            listener.note(
                    "The twin writes with "
                            + name
                            + " instead of "
                            + chosen
                            + ", which cannot be had here.");
        }
        return stored;
    }
}
