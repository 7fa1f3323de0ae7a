package org.foundups.twin.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "consider",
        description =
                "What would the twin do about this comment, and why? Nothing leaves this machine.",
        footer = {
            "",
            "For example:",
            "  twin consider \"How deep do you plant garlic?\"",
            "  twin consider --platform linkedin --kind post --author Ana - < post.txt",
            "  twin consider --thread \"Ana: Too early for beans?\" \"And now?\" --json"
        })
final class ConsiderCommand implements Callable<Integer> {
    private final Session session;

    @Mixin CommonOptions common = new CommonOptions();
    @Mixin TargetOptions target = new TargetOptions();

    @Option(names = "--max-chars", paramLabel = "N", description = "The longest reply.")
    @Nullable Integer mostCharacters;

    @Option(names = "--language", paramLabel = "TAG", description = "Of the reply, such as de.")
    @Nullable String language;

    @Option(
            names = "--persona",
            paramLabel = "ID",
            description = "Who speaks; the account's persona otherwise.")
    @Nullable String persona;

    @Option(
            names = "--allow",
            paramLabel = "ACTION",
            split = ",",
            description = "comment, like, heart, ignore: only these, with commas between them.")
    List<String> allowed = List.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "The whole request as JSON (see /docs), in place of a text; - is standard input.")
    @Nullable Path file;

    @Option(names = "--no-stream", description = "Do not show the draft while it is written.")
    boolean silent;

    ConsiderCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var request = request();
        var live = session.terminal().out().moving() && !silent && !common.json;
        var answer = live ? watched(request) : session.client().post("/consider", request);
        if (common.json) {
            session.terminal().out().raw(Printable.json(answer));
        } else {
            var text = Value.parsed(request).text("target.text");
            var card = new ConsiderationCard(Value.parsed(answer), text, ZoneId.systemDefault());
            session.terminal().out().print(card.lines(session.columns()));
        }
        return Exit.DONE.status();
    }

    private String watched(String request) {
        var progress = new DraftInProgress();
        var columns = session.columns();
        try (var region = new LiveRegion(session.terminal().out(), session.nanoTime())) {
            region.show(progress.lines(columns));
            return session.client()
                    .events(
                            "/consider",
                            request,
                            event -> {
                                progress.hear(event);
                                region.show(progress.lines(columns));
                            });
        }
    }

    private String request() {
        if (file != null) return fromFile(file);
        var request = Value.object();
        request.set("target", target.body(session.terminal()));
        if (!allowed.isEmpty()) {
            var actions = request.putArray("allowed_actions");
            allowed.forEach(actions::add);
        }
        var constraints = request.putObject("constraints");
        if (mostCharacters != null) constraints.put("max_chars", mostCharacters);
        if (language != null) constraints.put("language", language);
        if (persona != null) request.put("persona", persona);
        return request.toString();
    }

    private String fromFile(Path path) {
        if (!target.words.isEmpty()) {
            throw CommandFailed.because(Exit.USAGE, "Either a text or --file, not both.");
        }
        var content = TargetOptions.content(path, session.terminal());
        Value.written(path.toString(), content);
        return content;
    }
}
