package org.foundups.twin.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The service.
@SpringBootApplication
public class TwinApplication {
    /// Starts it and returns when it is ready.
    public static void main(String[] arguments) {
        var application = new SpringApplication(TwinApplication.class);
        application.addInitializers(
                context -> ShortVariables.addTo(context.getEnvironment(), System.getenv()));
        application.run(arguments);
    }
}
