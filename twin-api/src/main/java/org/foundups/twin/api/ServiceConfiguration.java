package org.foundups.twin.api;

import org.foundups.twin.api.access.ApiKeys;
import org.foundups.twin.api.jobs.Jobs;
import org.foundups.twin.drafter.ModelDrafter;
import org.foundups.twin.trajectory.Relay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The service as a whole.
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {
    @Bean
    Build build() {
        return Build.current();
    }

    @Bean
    Startup startup(
            TwinSettings settings,
            ApiKeys keys,
            Relay relay,
            Jobs jobs,
            SampleMemory sample,
            PersonaFiles personas,
            ModelEngine engine,
            ModelDrafter drafter) {
        return new Startup(settings, keys, relay, jobs, sample, personas, engine, drafter);
    }
}
