package org.foundups.twin.api;

import io.micrometer.core.instrument.MeterRegistry;
import org.foundups.twin.core.Twin;
import org.foundups.twin.drafter.ModelDrafter;
import org.foundups.twin.engagement.Considerations;
import org.foundups.twin.engagement.Cooldowns;
import org.foundups.twin.engagement.Standing;
import org.foundups.twin.engagement.Targets;
import org.foundups.twin.guardrails.Guardrails;
import org.foundups.twin.guardrails.ScreenSettings;
import org.foundups.twin.guardrails.StyleRules;
import org.foundups.twin.policy.Policies;
import org.foundups.twin.rag.VoiceMemory;
import org.foundups.twin.trajectory.Relay;
import org.foundups.twin.trajectory.TrajectoryJournal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The flow, put together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TwinSettings.class, PolicyProperties.class, PlatformLimits.class})
class FlowConfiguration {
    @Bean
    PersonaFiles personas(TwinSettings settings) {
        return PersonaFiles.read(settings.config().resolve("personas"), settings.persona());
    }

    @Bean
    RecordingJournal recordingJournal(
            TransactionTemplate transaction,
            TrajectoryJournal events,
            Considerations considerations,
            Cooldowns cooldowns,
            JsonMapper json,
            Relay relay) {
        return new RecordingJournal(
                transaction, events, considerations, cooldowns, json, relay::wake);
    }

    @Bean
    Twin twin(
            TwinSettings settings,
            PolicyProperties policy,
            VoiceMemory memory,
            ModelDrafter drafter,
            RecordingJournal journal) {
        var rules = policy.settings();
        var screen = ScreenSettings.load(settings.config().resolve("screen.yaml"));
        var style = StyleRules.load(settings.config().resolve("style.yaml"));
        return new Twin(
                Policies.screen(rules).then(Guardrails.screen(screen)),
                memory,
                Policies.appraiser(rules),
                drafter,
                Guardrails.guard(style),
                Policies.policy(rules),
                journal,
                settings.attempts(),
                System::nanoTime);
    }

    @Bean
    ConsiderationService considerationService(
            Twin twin,
            PersonaFiles personas,
            PlatformLimits limits,
            Targets targets,
            Standing standing,
            MeterRegistry meters) {
        return new ConsiderationService(
                twin, personas, limits, targets, standing, new FlowMeters(meters));
    }

    @Bean
    EventStreams eventStreams() {
        return new EventStreams();
    }
}
