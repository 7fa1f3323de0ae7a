package org.foundups.twin.api;

import org.foundups.twin.drafter.EngineStatus;
import org.foundups.twin.rag.VoiceMemory;
import org.foundups.twin.trajectory.Relay;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who is well. `model`, `relay` and `memory` turn DOWN when they are dead; `start` tells when it
/// is worth calling, and takes part in readiness.
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    @Bean
    HealthIndicator startHealthIndicator(ModelEngine engine) {
        return () ->
                engine.settled()
                        ? Health.up().build()
                        : Health.outOfService().withDetail("reason", "The model loads.").build();
    }

    /// A server of the operator's is well when somebody listens there.
    @Bean
    HealthIndicator modelHealthIndicator(ModelEngine engine) {
        return () ->
                switch (engine.source()) {
                    case EXTERNAL ->
                            engine.reachable()
                                    ? Health.up().build()
                                    : Health.down()
                                            .withDetail("reason", "Nobody listens there.")
                                            .build();
                    case ABSENT -> Health.down().withDetail("reason", "There is no model.").build();
                    case EMBEDDED ->
                            engine.supervisor()
                                    .map(supervisor -> embedded(supervisor.status()))
                                    .orElseGet(() -> Health.down().build());
                };
    }

    private static Health embedded(EngineStatus status) {
        var health =
                switch (status.state()) {
                    case READY -> Health.up();
                    case LOADING -> Health.outOfService();
                    case PAUSING, STOPPED -> Health.down();
                };
        var failure = status.lastFailure();
        if (failure != null) health.withDetail("last_failure", failure);
        return health.withDetail("restarts", status.restarts()).build();
    }

    @Bean
    HealthIndicator relayHealthIndicator(Relay relay) {
        return () -> {
            var failure = relay.failure();
            return failure == null
                    ? Health.up().build()
                    : Health.down().withDetail("reason", failure).build();
        };
    }

    @Bean
    HealthIndicator memoryHealthIndicator(VoiceMemory memory) {
        return () -> {
            var stats = memory.stats();
            return Health.up()
                    .withDetail("documents", stats.documents())
                    .withDetail("lag", stats.lag())
                    .build();
        };
    }
}
