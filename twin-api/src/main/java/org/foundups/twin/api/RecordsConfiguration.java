package org.foundups.twin.api;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.foundups.twin.engagement.Considerations;
import org.foundups.twin.engagement.Cooldowns;
import org.foundups.twin.engagement.EngagementConfiguration;
import org.foundups.twin.engagement.Standing;
import org.foundups.twin.engagement.Targets;
import org.foundups.twin.trajectory.Relay;
import org.foundups.twin.trajectory.TrajectoryJournal;
import org.foundups.twin.trajectory.TrajectoryReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is recorded, where, and in which transaction.
@Configuration(proxyBeanMethods = false)
@Import(EngagementConfiguration.class)
class RecordsConfiguration {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Targets targets(
            JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        return new Targets(database, transactions, clock);
    }

    @Bean
    Standing standing(JdbcClient database, InstantSource clock) {
        return new Standing(database, clock);
    }

    @Bean
    Considerations considerations(EntityManager entities) {
        return new Considerations(entities);
    }

    @Bean
    Cooldowns cooldowns(JdbcClient database, PolicyProperties policy) {
        return new Cooldowns(database, policy.authorCooldownFactor());
    }

    @Bean
    TrajectoryJournal trajectoryJournal(JdbcClient database) {
        return new TrajectoryJournal(database);
    }

    @Bean
    TrajectoryReader trajectoryReader(JdbcClient database) {
        return new TrajectoryReader(database);
    }

    @Bean
    Relay relay(TwinSettings settings, JdbcClient database) {
        return Relay.open(settings.trajectories(), database);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
