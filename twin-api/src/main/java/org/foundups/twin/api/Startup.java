package org.foundups.twin.api;

import org.foundups.twin.api.access.AdministratorKey;
import org.foundups.twin.api.access.ApiKeys;
import org.foundups.twin.api.jobs.Jobs;
import org.foundups.twin.drafter.ModelDrafter;
import org.foundups.twin.trajectory.Relay;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/// What is done once everything is there and before callers are let in.
record Startup(
        TwinSettings settings,
        ApiKeys keys,
        Relay relay,
        Jobs jobs,
        SampleMemory sample,
        PersonaFiles personas,
        ModelEngine engine,
        ModelDrafter drafter)
        implements ApplicationRunner {
    @Override
    public void run(ApplicationArguments arguments) {
        // The slowest first: the model loads while the rest is done.
        engine.start(() -> drafter.warm(personas.standard()));
        AdministratorKey.ensure(settings.administratorKey(), keys);
        relay.start();
        if (settings.sample()) sample.load(personas.standard().id());
        jobs.resumeUnfinished();
    }
}
