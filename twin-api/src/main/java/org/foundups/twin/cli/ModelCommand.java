package org.foundups.twin.cli;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.drafter.ModelListing;
import org.foundups.twin.drafter.ModelStore;
import org.foundups.twin.drafter.StoredModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "model",
        description = "The models of the embedded engine. The service need not run.",
        footer = {"", "For example:", "  twin model list", "  twin model use smollm2-135m"})
final class ModelCommand extends Verbs {
    private final Session session;

    ModelCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Which there are, which are here, which is in use.")
    int list(@Mixin CommonOptions common) {
        var listings = store().list();
        if (common.json) {
            var all = Value.object();
            var items = all.putArray("items");
            for (var listing : listings) {
                items.addObject()
                        .put("name", listing.entry().name())
                        .put("state", listing.state().id())
                        .put("selected", isChosen(listing))
                        .put("role", listing.entry().role().id())
                        .put("bytes", listing.entry().bytes())
                        .put("present_bytes", listing.presentBytes())
                        .put("sha256", listing.entry().sha256())
                        .put("licence", listing.entry().licence())
                        .put("own", listing.own());
            }
            session.terminal().out().raw(Printable.json(all.toString()));
        } else {
            session.print(table(listings));
        }
        return Exit.DONE.status();
    }

    private Page table(List<ModelListing> listings) {
        var rows = new ArrayList<List<Line>>();
        for (var listing : listings) {
            var chosen = isChosen(listing);
            rows.add(
                    List.of(
                            Line.of(Ink.GOOD, chosen ? "▸" : " "),
                            Line.of(chosen ? Ink.STRONG : Ink.PLAIN, listing.entry().name()),
                            Line.of("%8s".formatted(Amounts.bytes(listing.entry().bytes()))),
                            state(listing),
                            Line.of(Ink.FAINT, listing.entry().role().id()),
                            Line.of(Ink.FAINT, listing.entry().licence())));
        }
        var page = new Page(session.columns()).table(rows);
        if (session.settings().namedModel() != null)
            page.text(2, Ink.FAINT, "▸ because TWIN_MODEL names it");
        return page;
    }

    private static Line state(ModelListing listing) {
        return switch (listing.state()) {
            case PRESENT -> Line.of(Ink.GOOD, "here");
            case PARTIAL ->
                    Line.of(
                            Ink.WARNING,
                            Amounts.percent(
                                            (double) listing.presentBytes()
                                                    / listing.entry().bytes())
                                    + " here");
            case ABSENT -> Line.of(Ink.FAINT, "not here");
        };
    }

    /// What the environment names comes before what was chosen.
    private boolean isChosen(ModelListing listing) {
        var named = session.settings().namedModel();
        return named == null ? listing.selected() : named.equals(listing.entry().name());
    }

    @Command(
            name = "pull",
            description = "Fetches a model. What came before an interruption is kept.",
            footer = {"", "For example:", "  twin model pull gemma-3-270m"})
    int pull(@Mixin CommonOptions common, @Parameters(paramLabel = "NAME") String name) {
        var stored = pulled(name);
        return told(common, name, stored.file().toString(), name + " is here.");
    }

    @Command(
            name = "add",
            description =
                    "Adds a GGUF file of yours: one of this machine stays where it lies, one of the web is fetched.",
            footer = {"", "For example:", "  twin model add models/my-voice.gguf"})
    int add(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "FILE|URL") String location,
            @Option(names = "--sha256", paramLabel = "HEX", description = "What its hash must be.")
                    @Nullable String sha256) {
        var entry = Download.watched(session, listener -> store().add(location, sha256, listener));
        var sentence = "Added as " + entry.name() + ". To use it: ./twin model use " + entry.name();
        return told(common, entry.name(), location, sentence);
    }

    @Command(
            name = "use",
            description =
                    "Fetches a model if it is not here, and lets the embedded engine use it from its next start on.",
            footer = {"", "For example:", "  twin model use smollm2-135m && twin restart"})
    int use(@Mixin CommonOptions common, @Parameters(paramLabel = "NAME") String name) {
        var stored = pulled(name);
        store().use(name);
        var named = session.settings().namedModel();
        var but =
                named == null || named.equals(name)
                        ? ""
                        : " But TWIN_MODEL is set to " + named + ", and wins.";
        var sentence = name + " is used from the next start on: ./twin restart." + but;
        return told(common, name, stored.file().toString(), sentence);
    }

    @Command(
            name = "path",
            description = "Where the file of a model lies. Fails if it is not here.")
    int path(@Mixin CommonOptions common, @Parameters(paramLabel = "NAME") String name) {
        var stored =
                store().present(name)
                        .orElseThrow(() ->
                                new TwinException(
                                        TwinException.Code.NOT_FOUND,
                                        name
                                                + " is not here. ./twin model pull "
                                                + name
                                                + " fetches it."));
        return told(common, name, stored.file().toString(), stored.file().toString());
    }

    private int told(CommonOptions common, String name, String file, String sentence) {
        if (common.json) {
            var told = Value.object().put("name", name).put("file", file);
            session.terminal().out().raw(Printable.json(told.toString()));
        } else {
            session.terminal().out().print(Line.of(sentence));
        }
        return Exit.DONE.status();
    }

    private StoredModel pulled(String name) {
        return Download.watched(session, listener -> store().pull(name, listener));
    }

    private ModelStore store() {
        return ModelStore.open(session.settings().stores());
    }
}
