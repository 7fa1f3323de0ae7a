package org.foundups.twin.api;

import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foundups.twin.api.jobs.JobWork;
import org.foundups.twin.api.jobs.Jobs;
import org.foundups.twin.rag.VoiceMemory;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The creator's memory, and the jobs that fill it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MemoryProperties.class)
class MemoryConfiguration {
    /// @param migrated the tables must be there before the memory looks for them
    @Bean
    VoiceMemory voiceMemory(
            MemoryProperties properties,
            RoutingPolicy policy,
            TwinSettings settings,
            DataSource database,
            InstantSource clock,
            Flyway migrated) {
        var natives = settings.cache().resolve("native").resolve("embedding");
        return VoiceMemory.open(
                properties.settings(settings.index(), natives), policy, database, clock);
    }

    /// Stops the start if `channels.yaml` is not right.
    @Bean
    RoutingPolicy routingPolicy(TwinSettings settings) {
        return RoutingFile.read(settings.config().resolve("channels.yaml"));
    }

    @Bean
    ImportFolder importFolder(TwinSettings settings) {
        return new ImportFolder(settings.imports());
    }

    @Bean
    ImportWork importWork(VoiceMemory memory, ImportFolder folder, JsonMapper json) {
        return new ImportWork(memory, folder, json);
    }

    @Bean
    Jobs jobs(JdbcClient database, InstantSource clock, VoiceMemory memory, ImportWork imports) {
        var works =
                Map.<String, JobWork>of(
                        ImportWork.KIND, imports, RebuildWork.KIND, new RebuildWork(memory));
        return new Jobs(database, clock, works);
    }

    @Bean
    SampleMemory sampleMemory(VoiceMemory memory, TwinSettings settings) {
        return new SampleMemory(memory, settings.home().resolve("sample"));
    }
}
