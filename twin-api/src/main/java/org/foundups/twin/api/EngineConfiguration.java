package org.foundups.twin.api;

import java.util.UUID;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.drafter.EngineEndpoint;
import org.foundups.twin.drafter.EngineSupervisor;
import org.foundups.twin.drafter.ModelDrafter;
import org.foundups.twin.drafter.ModelStore;
import org.foundups.twin.drafter.NativeStore;
import org.foundups.twin.drafter.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the model answers: the operator's server, or the embedded engine.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EngineProperties.class, DraftingProperties.class})
class EngineConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(EngineConfiguration.class);

    @Bean
    ModelEngine modelEngine(EngineProperties wanted, TwinSettings settings) {
        if (wanted.external()) {
            return ModelEngine.external(
                    wanted.url(),
                    EngineEndpoint.external(wanted.url(), wanted.urlModel(), wanted.urlKey()));
        }
        try {
            return embedded(wanted, settings);
        } catch (TwinException unusable) {
            LOG.error("There is no model: {}", unusable.getMessage());
            return ModelEngine.absent(unusable.code(), String.valueOf(unusable.getMessage()));
        }
    }

    private static ModelEngine embedded(EngineProperties wanted, TwinSettings settings) {
        var places =
                new StoreSettings(
                        settings.config().resolve("models.json"),
                        settings.config().resolve("natives.json"),
                        settings.home(),
                        settings.cache());
        var model = EmbeddedEngine.model(ModelStore.open(places), wanted.model());
        var natives = NativeStore.open(places).present();
        if (model.isEmpty() || natives.isEmpty()) return missing(wanted, model.isEmpty());
        var engine = new EmbeddedEngine(wanted, settings.home(), model.get(), natives.get());
        return ModelEngine.embedded(EngineSupervisor.of(engine.settings()));
    }

    private static ModelEngine missing(EngineProperties wanted, boolean model) {
        var what =
                !model
                        ? "The native libraries of the model engine are not here."
                        : wanted.model().isBlank()
                                ? "No model is here."
                                : "The model " + wanted.model() + " is not here.";
        return ModelEngine.absent(
                TwinException.Code.MODEL_UNAVAILABLE,
                what + " Run ./twin fetch, then ./twin restart.");
    }

    @Bean
    ModelDrafter modelDrafter(ModelEngine engine, DraftingProperties properties) {
        return ModelDrafter.over(engine.endpoint(), properties.settings(), UUID::randomUUID);
    }
}
