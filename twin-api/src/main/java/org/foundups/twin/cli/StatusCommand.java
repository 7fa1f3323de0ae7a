package org.foundups.twin.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "How the twin is. Ends with 1 as long as it is not ready.",
        footer = {"", "For example:", "  twin status --json"})
final class StatusCommand implements Callable<Integer> {
    private static final Set<String> IN_HEADLINE =
            Set.of("version", "started_at", "ready", "persona");

    private final Session session;
    private final InstantSource clock;

    @Mixin CommonOptions common = new CommonOptions();

    StatusCommand(Session session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var answer = session.client().get("/status");
        var status = Value.parsed(answer);
        session.answer(
                common.json,
                answer,
                page -> show(page, status, session.settings(), clock.instant()));
        return (isReady(status) ? Exit.DONE : Exit.FAILED).status();
    }

    private static boolean isReady(Value status) {
        return !status.at("ready").isScalar() || status.isTrue("ready");
    }

    static void show(Page page, Value status, Settings settings, Instant now) {
        var ready = isReady(status);
        var headline =
                Line.of(Ink.STRONG, ("Digital Twin " + status.text("version")).strip())
                        .with("  ")
                        .with(
                                ready ? Ink.GOOD_HEADLINE : Ink.WARNING_HEADLINE,
                                ready ? "ready" : "not ready");
        var started = status.time("started_at");
        if (started.isPresent()) {
            var up = Duration.between(started.get(), now);
            if (!up.isNegative())
                headline = headline.with(Ink.FAINT, "  up for " + Amounts.duration(up));
        }
        if (!status.text("persona").isEmpty())
            headline = headline.with(Ink.FAINT, "  persona " + status.text("persona"));
        page.line(headline).line(Line.of(Ink.FAINT, settings.service().toString())).blank();
        Outline.show(page, without(status));
    }

    private static Value without(Value status) {
        var rest = Value.object();
        status.fields()
                .forEach((name, value) -> {
                    if (!IN_HEADLINE.contains(name)) rest.set(name, value.node());
                });
        return new Value(rest);
    }
}
