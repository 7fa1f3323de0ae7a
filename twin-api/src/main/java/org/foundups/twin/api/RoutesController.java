package org.foundups.twin.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.foundups.twin.api.access.KeyAuthentication;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.VideoRoute;
import org.foundups.twin.rag.VideoRoutes;
import org.foundups.twin.rag.VoiceMemory;
import org.foundups.twin.rag.routing.IndexedVideo;
import org.foundups.twin.rag.routing.Route;
import org.foundups.twin.rag.video.VideoFile;
import org.foundups.twin.rag.video.VideoSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Where the index items of videos go: the creator's own voice to the twin, everything else
/// elsewhere.
@RestController
@RequestMapping("/api/v1/routes")
final class RoutesController {
    private final VideoRoutes routes;
    private final PersonaFiles personas;

    RoutesController(VoiceMemory memory, PersonaFiles personas) {
        this.routes = memory.routes();
        this.personas = personas;
    }

    /// @param label which writer's form the item has
    record Considered(
            String videoId,
            @Nullable String channel,
            String label,
            Route route,
            String reason,
            double confidence,
            List<String> evidence) {}

    record Report(Map<Route, Map<String, Long>> videos) {}

    /// An index file as the body; up to 1 MiB.
    ///
    /// @param channel whose video it is where the item does not say
    /// @param videoId which video it is of where the item does not say
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Considered consider(
            @RequestBody byte[] body,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(name = "video_id", defaultValue = "item") String videoId,
            @RequestParam(required = false) @Nullable String persona) {
        var who = personas.orStandard(persona);
        var file = VideoFile.read(body, new VideoFile.Place(videoId, "", settings(who, channel)));
        var video = IndexedVideo.of(file, videoId, null);
        var routing = routes.considered(who.id(), video);
        return new Considered(
                video.videoId(),
                video.channel(),
                video.label(),
                routing.route(),
                routing.reason(),
                routing.confidence(),
                routing.evidence());
    }

    private VideoSettings settings(Persona persona, @Nullable String channel) {
        var standard = VideoSettings.standard();
        return new VideoSettings(
                Set.copyOf(ImportsController.own(persona)),
                routes.policy().aliases(),
                channel,
                standard.zone());
    }

    @GetMapping
    Page<VideoRoute> list(
            @RequestParam(required = false) @Nullable String route,
            @RequestParam(required = false) @Nullable String persona,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Page.limit(limit);
        var found =
                routes.page(
                        personas.orStandard(persona).id(),
                        route == null ? null : named("/route", route),
                        cursor == null ? "" : Page.position(cursor),
                        most + 1);
        return Page.of(found, most, Function.identity(), VideoRoute::videoId);
    }

    @GetMapping("/report")
    Report report(@RequestParam(required = false) @Nullable String persona) {
        return new Report(routes.report(personas.orStandard(persona).id()));
    }

    /// @param route null takes an order back
    private record Order(@Nullable Route route, @Nullable String note) {
        static Supplier<Order> read(Fields fields) {
            var route = fields.choice("route", Route.class);
            var note = fields.optionalText("note", 1_000);
            if (!fields.isNamed("route"))
                fields.wrong("route", "REQUIRED", "A route, or null to take the order back.");
            return () -> new Order(route, note);
        }
    }

    /// What is stored of the video goes with it at once.
    @PutMapping("/{video_id}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Bodies.Order.class)))
    VideoRoute order(
            @PathVariable("video_id") String videoId,
            @RequestBody JsonNode body,
            @RequestParam(required = false) @Nullable String persona,
            KeyAuthentication caller) {
        var order = Fields.read(body, Order::read);
        return routes.order(
                        personas.orStandard(persona).id(),
                        videoId,
                        order.route(),
                        caller.key().name(),
                        order.note())
                .orElseThrow(() ->
                        new TwinException(
                                TwinException.Code.NOT_FOUND,
                                "No index file of such a video was imported. Import it first."));
    }

    private static Route named(String at, String name) {
        return Route.of(name)
                .orElseThrow(() ->
                        Invalid.at(
                                at,
                                "RANGE",
                                Arrays.stream(Route.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ", "It is one of: ", "."))));
    }
}
