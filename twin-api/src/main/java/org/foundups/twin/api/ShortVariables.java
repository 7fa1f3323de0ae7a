package org.foundups.twin.api;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Environment variables that are shorter than the keys they stand for. Like every variable they
/// win over `config/application.yml`, and one that is empty counts as not set.
final class ShortVariables {
    private static final Map<String, String> KEYS =
            Map.of(
                    "TWIN_DB_URL", "twin.database.url",
                    "TWIN_DB_USER", "twin.database.user",
                    "TWIN_DB_PASSWORD", "twin.database.password",
                    "TWIN_LLM_URL", "twin.engine.url",
                    "TWIN_LLM_MODEL", "twin.engine.url-model",
                    "TWIN_LLM_KEY", "twin.engine.url-key",
                    "TWIN_MODEL", "twin.engine.model");

    private ShortVariables() {}

    /// Puts them right behind the environment itself.
    ///
    /// @param variables as the process got them
    static void addTo(ConfigurableEnvironment environment, Map<String, String> variables) {
        var values = new HashMap<String, Object>();
        KEYS.forEach((variable, key) -> {
            var value = variables.getOrDefault(variable, "");
            if (!value.isEmpty()) values.put(key, value);
        });
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("short variables", values));
    }
}
