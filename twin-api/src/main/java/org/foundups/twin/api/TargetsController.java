package org.foundups.twin.api;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.foundups.twin.core.Target;
import org.foundups.twin.engagement.Observation;
import org.foundups.twin.engagement.Targets;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Stores what was observed without considering it.
@RestController
@RequestMapping("/api/v1/targets")
final class TargetsController {
    private static final int BATCH = 100;

    private final Targets targets;
    private final PersonaFiles personas;
    private final TransactionTemplate transaction;

    TargetsController(Targets targets, PersonaFiles personas, TransactionTemplate transaction) {
        this.targets = targets;
        this.personas = personas;
        this.transaction = transaction;
    }

    record TargetView(
            UUID targetRef,
            String identityQuality,
            boolean firstSeen,
            boolean changedSinceLast,
            boolean isOwnAccount,
            List<String> priorActions) {
        static TargetView of(Observation observation) {
            return new TargetView(
                    observation.targetRef(),
                    observation.identity().id(),
                    observation.firstSeen(),
                    observation.changedSinceLast(),
                    observation.ownAccount(),
                    observation.priorActions());
        }
    }

    record Batch(List<TargetView> items) {}

    @PutMapping
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Bodies.Target.class)))
    TargetView put(@RequestBody JsonNode body) {
        return observed(Fields.read(body, TargetRequest::read));
    }

    /// All are stored or none: a mistake in one refuses the batch, with its place.
    @PostMapping("/batch")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(implementation = Bodies.Target.class))))
    Batch batch(@RequestBody JsonNode body) {
        var wanted = Fields.readAll(body, BATCH, TargetRequest::read);
        return new Batch(
                transaction.execute(ignored -> wanted.stream().map(this::observed).toList()));
    }

    private TargetView observed(Target target) {
        return TargetView.of(targets.observe(target, personas.standard()));
    }
}
