package org.foundups.twin.api;

import org.foundups.twin.api.database.EmbeddedDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Where the database comes from: the operator's, or one of our own.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    record Connection(String url, String user, String password) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String toString() {
            return "Connection[" + url + "]";
        }
    }

    static final class WithoutExternal implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("twin.database.url", "").isBlank();
        }
    }

    @Bean
    @Conditional(WithoutExternal.class)
    EmbeddedDatabase embeddedDatabase(TwinSettings settings) {
        return EmbeddedDatabase.start(settings.home().resolve("postgres"));
    }

    @Bean
    JdbcConnectionDetails connection(
            DatabaseSettings settings,
            org.springframework.beans.factory.ObjectProvider<EmbeddedDatabase> embedded) {
        if (!settings.embedded())
            return new Connection(settings.url(), settings.user(), settings.password());
        var own = embedded.getObject();
        return new Connection(own.url(), own.user(), own.password());
    }
}
