package org.foundups.twin.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "routes",
        description =
                "Where the imported videos go: the creator's own voice to the twin's memory, music and other"
                        + " material elsewhere, every doubt to a person.",
        footer = {
            "",
            "For example:",
            "  twin routes report",
            "  twin routes list --route HOLD_FOR_REVIEW",
            "  twin routes set dQw4w9WgXcQ TWIN_MEMORY --note \"that is me\""
        })
final class RoutesCommand extends Verbs {
    private final Session session;

    RoutesCommand(Session session) {
        this.session = session;
    }

    @Command(name = "report", description = "How many videos go where, and why.")
    int report(
            @Mixin CommonOptions common,
            @Option(names = "--persona", paramLabel = "ID", description = "Whose memory.")
                    @Nullable String persona) {
        var answer =
                session.client()
                        .get(Query.of("/routes/report").with("persona", persona).toString());
        return session.answer(common.json, answer, page -> counts(page, Value.parsed(answer)))
                .status();
    }

    private static void counts(Page page, Value answer) {
        var videos = answer.at("videos").node();
        if (videos.isEmpty()) page.line(Line.of("No index file of a video was imported yet."));
        for (var route : videos.properties()) {
            var all = route.getValue().valueStream().mapToLong(count -> count.asLong()).sum();
            page.line(Line.of(Ink.STRONG, route.getKey()).with("  " + all));
            for (var reason : route.getValue().properties())
                page.line(
                        Line.of("  %6d  ".formatted(reason.getValue().asLong()))
                                .with(reason.getKey()));
        }
    }

    @Command(
            name = "list",
            description = "The videos, with where they go and what speaks for it.",
            footer = {"", "For example:", "  twin routes list --route HOLD_FOR_REVIEW"})
    int list(
            @Mixin CommonOptions common,
            @Option(
                            names = "--route",
                            paramLabel = "ROUTE",
                            description =
                                    "Only TWIN_MEMORY, MUSIC_PIPELINE, FACELESS_PIPELINE or"
                                            + " HOLD_FOR_REVIEW.")
                    @Nullable String route,
            @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
                    @Nullable Integer limit,
            @Option(names = "--cursor", paramLabel = "C", description = "The next page's.")
                    @Nullable String cursor,
            @Option(names = "--persona", paramLabel = "ID", description = "Whose memory.")
                    @Nullable String persona) {
        var query =
                Query.of("/routes")
                        .with("route", route)
                        .with("limit", limit)
                        .with("cursor", cursor)
                        .with("persona", persona);
        var answer = session.client().get(query.toString());
        return session.answer(common.json, answer, page -> videos(page, Value.parsed(answer)))
                .status();
    }

    private static void videos(Page page, Value answer) {
        var videos = answer.items("items");
        if (videos.isEmpty()) page.line(Line.of("There are none."));
        for (var video : videos) video(page, video);
        var next = answer.text("next_cursor");
        if (!next.isEmpty()) page.line(Line.of(Ink.FAINT, "More: --cursor " + next));
    }

    private static void video(Page page, Value video) {
        page.line(
                Line.of(Ink.STRONG, video.text("video_id"))
                        .with("  " + video.text("route") + " (" + video.text("reason") + ")"));
        var named = List.of(video.text("title"), video.text("channel"), video.text("source_file"));
        var about = String.join(" · ", named.stream().filter(part -> !part.isEmpty()).toList());
        if (!about.isEmpty()) page.line(Line.of("    ").with(Ink.FAINT, about));
        for (var evidence : video.at("evidence").node())
            page.line(Line.of("    " + evidence.asString()));
        var by = video.text("ordered_by");
        if (!by.isEmpty())
            page.line(
                    Line.of("    ordered by " + by + ", the rules say " + video.text("ruled"))
                            .with(Ink.FAINT, "  " + video.text("note")));
    }

    @Command(
            name = "set",
            description =
                    "Orders where a video goes, above all rules; what is stored of it goes along at once."
                            + " RULES takes the order back.",
            footer = {
                "",
                "For example:",
                "  twin routes set dQw4w9WgXcQ TWIN_MEMORY --note \"that is me\"",
                "  twin routes set dQw4w9WgXcQ RULES"
            })
    int set(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "VIDEO", description = "The video's id.") String video,
            @Parameters(paramLabel = "ROUTE", description = "Where to, or RULES.") String route,
            @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
                    @Nullable String note,
            @Option(names = "--persona", paramLabel = "ID", description = "Whose memory.")
                    @Nullable String persona) {
        var body = Value.object();
        body.put("route", route.equalsIgnoreCase("rules") ? null : route);
        body.put("note", note);
        var path = Query.of("/routes", video).with("persona", persona).toString();
        var answer = session.client().put(path, body.toString());
        return session.answer(common.json, answer, page -> video(page, Value.parsed(answer)))
                .status();
    }
}
