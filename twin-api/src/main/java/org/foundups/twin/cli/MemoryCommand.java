package org.foundups.twin.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "memory",
        description = "What the creator has said, as the twin remembers it.",
        footer = {"", "For example:", "  twin memory search \"growing garlic\" -k 5"})
final class MemoryCommand extends Verbs {
    private static final int BAR = 10;

    private final Session session;

    MemoryCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "search",
            description = "The passages nearest to a question, best first.",
            footer = {
                "",
                "For example:",
                "  twin memory search \"growing garlic\" -k 5 --type comment"
            })
    int search(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "QUERY", arity = "1..*") List<String> words,
            @Option(names = "-k", paramLabel = "N", description = "At most so many (default: 10).")
                    @Nullable Integer most,
            @Option(
                            names = "--type",
                            paramLabel = "TYPE",
                            description = "comment, video_transcript, post or note.")
                    @Nullable String type,
            @Option(names = "--channel", paramLabel = "ID", description = "Only from there.")
                    @Nullable String channel,
            @Option(names = "--min-score", paramLabel = "SCORE", description = "0 to 1.")
                    @Nullable Double leastScore,
            @Option(names = "--persona", paramLabel = "ID", description = "Whose memory.")
                    @Nullable String persona) {
        var query =
                Query.of("/memory/search")
                        .with("q", String.join(" ", words))
                        .with("k", most)
                        .with("source_type", type)
                        .with("channel", channel)
                        .with("min_score", leastScore)
                        .with("persona", persona);
        var answer = session.client().get(query.toString());
        return session.answer(common.json, answer, page -> hits(page, Value.parsed(answer)))
                .status();
    }

    private static void hits(Page page, Value answer) {
        var hits = answer.items("items");
        if (hits.isEmpty()) page.line(Line.of("Nothing in memory is near to that."));
        for (var hit : hits) {
            page.blank();
            new PassageLines(hit).show(page, BAR);
            page.line(Line.of("    ").with(Ink.FAINT, "document " + hit.text("document_id")));
        }
    }

    @Command(
            name = "stats",
            description = "How much there is, and whether the index is up to date.")
    int stats(@Mixin CommonOptions common) {
        var answer = session.client().get("/memory/stats");
        return session.answer(common.json, answer, page -> Outline.show(page, Value.parsed(answer)))
                .status();
    }

    @Command(
            name = "rebuild",
            description =
                    "Makes vectors and index anew from what is stored; searching goes on meanwhile.")
    int rebuild(
            @Mixin CommonOptions common,
            @Option(names = "--no-wait", description = "Return at once.") boolean noWait) {
        var job = new JobLine(Value.parsed(session.client().post("/memory/rebuild", null)));
        try (var region = session.progress()) {
            if (!noWait) {
                job =
                        new JobFollower(session.client())
                                .followed(job, now -> region.show(List.of(now.line())));
            }
        }
        return JobsCommand.ended(session, common.json, job).status();
    }

    @Command(
            name = "delete",
            description = "Forgets one document. This cannot be undone.",
            footer = {
                "",
                "For example:",
                "  twin memory delete 0197f3a2-7c1e-7d3b-9c55-0d2a6c1f8e11"
            })
    int delete(
            @Mixin CommonOptions common,
            @Parameters(
                            paramLabel = "ID",
                            description = "The document's id; memory search shows it.")
                    String id) {
        var answer = session.client().delete(Query.of("/memory/documents", id).toString());
        return session.answer(
                        common.json,
                        answer.isEmpty() ? "{}" : answer,
                        page -> page.line(Line.of("Forgotten.")))
                .status();
    }
}
