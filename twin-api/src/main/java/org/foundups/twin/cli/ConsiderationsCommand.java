package org.foundups.twin.cli;

import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "considerations",
        description = "What was considered before.",
        footer = {
            "",
            "For example:",
            "  twin considerations show 0197f3a2-7c1e-7d3b-9c55-0d2a6c1f8e11"
        })
final class ConsiderationsCommand extends Verbs {
    private final Session session;

    ConsiderationsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "show", description = "One consideration, as it was answered.")
    int show(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "ID", description = "The consideration's id.") String id) {
        var answer = session.client().get(Query.of("/considerations", id).toString());
        var card = new ConsiderationCard(Value.parsed(answer), null, ZoneId.systemDefault());
        if (common.json) session.terminal().out().raw(Printable.json(answer));
        else session.terminal().out().print(card.lines(session.columns()));
        return Exit.DONE.status();
    }
}
