package org.foundups.twin.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        description = "Who may call the twin, and for what.",
        footer = {
            "",
            "For example:",
            "  twin keys create --name orchestrator --scope observe,engage"
        })
final class KeysCommand extends Verbs {
    private static final int DAY = 10;

    private final Session session;

    KeysCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "create",
            description = "Makes a key. It is shown this once and stored nowhere.",
            footer = {
                "",
                "For example:",
                "  twin keys create --name orchestrator --scope observe,engage"
            })
    int create(
            @Mixin CommonOptions common,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "What it is for.")
                    String name,
            @Option(
                            names = "--scope",
                            required = true,
                            split = ",",
                            paramLabel = "SCOPE",
                            description =
                                    "observe, engage, act, review, memory, read, vision, admin.")
                    List<String> scopes) {
        var body = Value.object().put("name", name);
        var wanted = body.putArray("scopes");
        scopes.forEach(wanted::add);
        var answer = session.client().post("/keys", body.toString());
        return session.answer(common.json, answer, page -> created(page, Value.parsed(answer)))
                .status();
    }

    private static void created(Page page, Value key) {
        page.line(Line.of(Ink.STRONG, key.text("secret")));
        page.text(
                0,
                Ink.FAINT,
                "Keep it now: it is not shown again. To take it back: ./twin keys revoke "
                        + key.text("id"));
    }

    @Command(name = "list", description = "All keys, without their secrets.")
    int list(@Mixin CommonOptions common) {
        var answer = session.client().get("/keys");
        return session.answer(common.json, answer, page -> all(page, Value.parsed(answer)))
                .status();
    }

    private static void all(Page page, Value answer) {
        for (var key : answer.items("items")) {
            var revoked = key.at("revoked_at").isPresent();
            var used =
                    key.at("last_used_at").isPresent()
                            ? "used " + day(key.text("last_used_at"))
                            : "never used";
            page.line(
                    Line.of(revoked ? Ink.FAINT : Ink.STRONG, key.text("name") + "  ")
                            .with(
                                    revoked
                                            ? Line.of(
                                                    Ink.BAD,
                                                    "revoked " + day(key.text("revoked_at")))
                                            : Line.of(used)));
            var scopes = String.join(" ", key.items("scopes").stream().map(Value::text).toList());
            page.text(2, Ink.FAINT, key.text("id") + "  " + scopes);
        }
    }

    private static String day(String time) {
        return time.substring(0, Math.min(DAY, time.length()));
    }

    @Command(
            name = "revoke",
            description = "Takes a key back for good.",
            footer = {
                "",
                "For example:",
                "  twin keys revoke 0197f3a2-7c1e-7d3b-9c55-0d2a6c1f8e11"
            })
    int revoke(@Mixin CommonOptions common, @Parameters(paramLabel = "ID") String id) {
        var answer = session.client().delete(Query.of("/keys", id).toString());
        return session.answer(
                        common.json,
                        answer.isEmpty() ? "{}" : answer,
                        page -> page.line(Line.of("Revoked.")))
                .status();
    }
}
