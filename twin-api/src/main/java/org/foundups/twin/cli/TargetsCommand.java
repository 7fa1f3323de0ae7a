package org.foundups.twin.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "targets",
        description = "Comments and posts that were observed.",
        footer = {
            "",
            "For example:",
            "  twin targets put --id Ugw123 --author Ana \"Great video!\""
        })
final class TargetsCommand extends Verbs {
    private final Session session;

    TargetsCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "put",
            description = "Remember a comment without considering it.",
            footer = {
                "",
                "For example:",
                "  twin targets put --id Ugw123 --author Ana \"Great video!\""
            })
    int put(@Mixin CommonOptions common, @Mixin TargetOptions target) {
        var answer = session.client().put("/targets", target.body(session.terminal()).toString());
        return session.answer(common.json, answer, page -> Outline.show(page, Value.parsed(answer)))
                .status();
    }
}
