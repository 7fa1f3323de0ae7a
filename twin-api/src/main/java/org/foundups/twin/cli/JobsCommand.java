package org.foundups.twin.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "jobs",
        description = "Long work: imports, rebuilds.",
        footer = {
            "",
            "For example:",
            "  twin jobs list",
            "  twin jobs pause 0197f3a2-7c1e-7d3b-9c55-0d2a6c1f8e11"
        })
final class JobsCommand extends Verbs {
    private final Session session;

    JobsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "The newest first.")
    int list(
            @Mixin CommonOptions common,
            @Option(names = "--limit", paramLabel = "N", description = "1 to 200 (default: 50).")
                    @Nullable Integer limit) {
        var answer = session.client().get(Query.of("/jobs").with("limit", limit).toString());
        return session.answer(common.json, answer, page -> all(page, Value.parsed(answer)))
                .status();
    }

    private static void all(Page page, Value answer) {
        var jobs = answer.items("items");
        if (jobs.isEmpty()) page.line(Line.of("There was no job yet."));
        for (var job : jobs) {
            page.line(Line.of(Ink.STRONG, job.text("kind") + "  ").with(new JobLine(job).line()));
            page.line(
                    Line.of(Ink.FAINT, "  " + job.text("job_id") + "  " + job.text("created_at")));
        }
    }

    @Command(name = "show", description = "One job, and which items it refused.")
    int show(@Mixin CommonOptions common, @Parameters(paramLabel = "ID") String id) {
        var job = new JobLine(Value.parsed(session.client().get(path(id, ""))));
        if (common.json) return ended(session, true, job).status();
        session.print(
                new Page(session.columns())
                        .line(
                                Line.of(Ink.STRONG, job.job().text("kind"))
                                        .with(Ink.FAINT, "  job " + job.id())));
        if (job.isOver()) session.terminal().out().print(job.report(session.columns()));
        else session.terminal().out().print(job.line());
        return Exit.DONE.status();
    }

    @Command(name = "pause", description = "Lets it rest after the batch it is at.")
    int pause(@Mixin CommonOptions common, @Parameters(paramLabel = "ID") String id) {
        return steered(common, id, "/pause");
    }

    @Command(name = "resume", description = "Lets it go on.")
    int resume(@Mixin CommonOptions common, @Parameters(paramLabel = "ID") String id) {
        return steered(common, id, "/resume");
    }

    @Command(name = "cancel", description = "Ends it; what is done stays done.")
    int cancel(@Mixin CommonOptions common, @Parameters(paramLabel = "ID") String id) {
        return steered(common, id, "/cancel");
    }

    private int steered(CommonOptions common, String id, String how) {
        var answer = session.client().post(path(id, how), null);
        return session.answer(
                        common.json,
                        answer,
                        page -> page.line(new JobLine(Value.parsed(answer)).line()))
                .status();
    }

    private static String path(String id, String how) {
        return Query.of("/jobs", id) + how;
    }

    /// How a job ended, for a person or a program.
    static Exit ended(Session session, boolean json, JobLine job) {
        if (json) session.terminal().out().raw(Printable.json(job.job().node().toString()));
        else
            session.terminal()
                    .out()
                    .print(job.isOver() ? job.report(session.columns()) : List.of(job.line()));
        return job.failed() ? Exit.FAILED : Exit.DONE;
    }
}
