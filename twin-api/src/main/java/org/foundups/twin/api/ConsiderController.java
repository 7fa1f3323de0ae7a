package org.foundups.twin.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.foundups.twin.core.Stage;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.Witness;
import org.foundups.twin.engagement.Considerations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/// The main job: what would the twin do about this?
@RestController
@RequestMapping("/api/v1")
final class ConsiderController {
    private static final Logger LOG = LoggerFactory.getLogger(ConsiderController.class);

    private final ConsiderationService service;
    private final Considerations considerations;
    private final EventStreams streams;

    ConsiderController(
            ConsiderationService service, Considerations considerations, EventStreams streams) {
        this.service = service;
        this.considerations = considerations;
        this.streams = streams;
    }

    record StageView(String stage, double tookMs) {}

    record TokenView(int attempt, String text) {}

    @PostMapping(path = "/consider", produces = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Bodies.Consider.class)))
    ConsiderationView consider(@RequestBody JsonNode body) {
        var request = Fields.read(body, ConsiderRequest::read);
        return ConsiderationView.of(service.consider(request, new Logged()).consideration());
    }

    /// The same as it happens: `stage` events, draft `token` events (not yet inspected), then
    /// `result` or `problem`.
    @PostMapping(path = "/consider", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Bodies.Consider.class)))
    SseEmitter stream(@RequestBody JsonNode body) {
        var request = Fields.read(body, ConsiderRequest::read);
        return streams.open(stream -> {
            try {
                var recorded = service.consider(request, new Told(stream));
                stream.send("result", null, ConsiderationView.of(recorded.consideration()));
            } catch (TwinException failure) {
                var detail = String.valueOf(failure.getMessage());
                stream.send(
                        "problem", null, Problem.of(failure.code(), detail, "/api/v1/consider"));
            }
        });
    }

    @GetMapping(path = "/considerations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String show(@PathVariable String id) {
        return considerations
                .find(Ids.read(id))
                .orElseThrow(() ->
                        new TwinException(
                                TwinException.Code.NOT_FOUND, "There is no such consideration."));
    }

    private static class Logged implements Witness {
        @Override
        public void broke(Stage stage, RuntimeException bug) {
            LOG.error("The stage {} failed.", stage.id(), bug);
        }
    }

    /// Passes on what happens. When the client goes, the consideration goes on and is recorded all
    /// the same.
    private static final class Told extends Logged {
        private final EventStreams.Stream stream;
        private boolean gone;

        Told(EventStreams.Stream stream) {
            this.stream = stream;
        }

        @Override
        public void finished(Stage stage, Duration took) {
            tell("stage", new StageView(stage.id(), took.toNanos() / 1e6));
        }

        @Override
        public void token(int attempt, String text) {
            tell("token", new TokenView(attempt, text));
        }

        private void tell(String name, Object body) {
            if (gone) return;
            try {
                stream.send(name, null, body);
            } catch (IOException | UncheckedIOException | IllegalStateException left) {
                gone = true;
                LOG.debug("The client left in the middle of a consideration.");
            }
        }
    }
}
