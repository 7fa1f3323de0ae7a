package org.foundups.twin.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trajectories",
        description = "Everything that was recorded, oldest first, one JSON object a line.",
        footer = {
            "",
            "For example:",
            "  twin trajectories decisions --since 2026-11-20",
            "  twin trajectories drafts --limit 10"
        })
final class TrajectoriesCommand implements Callable<Integer> {
    private static final int LONGEST_PAGE = 200;

    private final Session session;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and do nothing.")
    boolean help;

    @Parameters(paramLabel = "KIND", description = "drafts, decisions, actions or events.")
    String kind = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "A day, or a time with its offset.")
    @Nullable String since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "A day (its beginning), or a time with its offset.")
    @Nullable String until;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many lines.")
    @Nullable Long limit;

    @Option(names = "--json", hidden = true, description = "It is JSON anyway.")
    boolean json;

    TrajectoriesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit != null && limit < 1)
            throw CommandFailed.because(Exit.USAGE, "--limit is 1 or more.");
        var query =
                Query.of("/trajectories", kind)
                        .with("since", time("--since", since))
                        .with("until", time("--until", until))
                        .with("limit", limit != null && limit <= LONGEST_PAGE ? limit : null);
        var left = new AtomicLong(limit == null ? Long.MAX_VALUE : limit);
        session.client()
                .lines(
                        query.toString(),
                        line -> {
                            session.terminal().out().raw(Printable.json(line));
                            return left.decrementAndGet() > 0;
                        });
        return Exit.DONE.status();
    }

    /// A day begins where the person is; a time says where it is itself.
    private static @Nullable String time(String name, @Nullable String text) {
        if (text == null) return null;
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toOffsetDateTime()
                            .toString()
                    : OffsetDateTime.parse(text).toString();
        } catch (DateTimeException wrong) {
            throw CommandFailed.because(
                    Exit.USAGE,
                    name
                            + " is a day such as 2026-11-20 or a time such as 2026-11-20T10:00:00+09:00.");
        }
    }
}
