package org.foundups.twin.api;

import java.util.UUID;
import org.foundups.twin.core.Constraints;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.Recorded;
import org.foundups.twin.core.Twin;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.Witness;
import org.foundups.twin.engagement.Observation;
import org.foundups.twin.engagement.Standing;
import org.foundups.twin.engagement.Targets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Prepares what the flow needs to know about a target, and runs it.
final class ConsiderationService {
    private static final Logger LOG = LoggerFactory.getLogger(ConsiderationService.class);
    private static final int RACES = 3;

    private final Twin twin;
    private final PersonaFiles personas;
    private final PlatformLimits limits;
    private final Targets targets;
    private final Standing standing;
    private final FlowMeters meters;

    ConsiderationService(
            Twin twin,
            PersonaFiles personas,
            PlatformLimits limits,
            Targets targets,
            Standing standing,
            FlowMeters meters) {
        this.twin = twin;
        this.personas = personas;
        this.limits = limits;
        this.targets = targets;
        this.standing = standing;
        this.meters = meters;
    }

    /// Considers a target and records the result.
    Recorded consider(ConsiderRequest request, Witness witness) {
        var persona = personas.orStandard(request.persona());
        var observation = targets.observeOnTheWay(request.target(), persona);
        var recorded = considered(request, observation, persona, witness);
        meters.count(recorded.consideration());
        return recorded;
    }

    /// Who loses the race for a thread looks again, finds it in cooldown, and costs no second
    /// draft.
    private Recorded considered(
            ConsiderRequest request, Observation observation, Persona persona, Witness witness) {
        for (var race = 0; race < RACES; race++) {
            try {
                return traced(incoming(request, observation, persona), witness);
            } catch (RecordingJournal.CooldownLost lost) {
                LOG.debug("Another comment in this thread was decided first.", lost);
            }
        }
        throw new TwinException(
                TwinException.Code.CAPACITY,
                "Too many comments of one thread are considered at once. Try again.");
    }

    /// Whatever is logged meanwhile carries the trace's id.
    private Recorded traced(Incoming incoming, Witness witness) {
        try (var _ = MDC.putCloseable("trace_id", incoming.traceId())) {
            return twin.consider(incoming, witness);
        }
    }

    private Incoming incoming(ConsiderRequest request, Observation observation, Persona persona) {
        return new Incoming(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString().replace("-", ""),
                observation.targetRef().toString(),
                observation.identity(),
                observation.firstSeen(),
                request.target(),
                request.allowed(),
                constraints(request),
                persona,
                standing.circumstances(observation.targetRef(), request.target()));
    }

    /// The caller may ask for less than the platform allows, never for more.
    private Constraints constraints(ConsiderRequest request) {
        var platform = limits.of(request.target());
        var asked = request.maxChars();
        var chars = asked == null ? platform.usualChars() : Math.min(asked, platform.mostChars());
        var emoji = request.maxEmoji() == null ? platform.maxEmoji() : request.maxEmoji();
        return new Constraints(chars, emoji, request.language());
    }
}
