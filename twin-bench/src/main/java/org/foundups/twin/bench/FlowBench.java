package org.foundups.twin.bench;

import static org.foundups.twin.testing.FakeModelServer.DONE;
import static org.foundups.twin.testing.FakeModelServer.delta;
import static org.foundups.twin.testing.FakeModelServer.finish;
import static org.foundups.twin.testing.FakeModelServer.head;
import static org.foundups.twin.testing.FakeModelServer.send;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.foundups.twin.testing.FakeModelServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The whole flow without the model: REST, screening, recall among many documents, appraisal,
/// inspection, decision, and the commit that is forced to disk. In the model's place stands a
/// server that answers at once with a fixed sentence; callers, that server and the twin share the
/// machine.
@Command(
        name = "flow",
        mixinStandardHelpOptions = true,
        description = "The whole flow without the model, by REST.")
final class FlowBench implements Callable<Integer> {
    private static final int STAGE_REQUESTS = 200;

    @Option(
            names = "--documents",
            defaultValue = "10000",
            description = "in memory (${DEFAULT-VALUE})")
    private int documents;

    @Option(
            names = "--requests",
            defaultValue = "10000",
            description = "measured (${DEFAULT-VALUE})")
    private int requests;

    @Option(names = "--callers", defaultValue = "4", description = "at a time (${DEFAULT-VALUE})")
    private int callers;

    @Option(names = "--config", defaultValue = "config", description = "(${DEFAULT-VALUE})")
    private Path config = Path.of("config");

    @Option(names = "--out", description = "where to write the figures as JSON")
    private @Nullable Path out;

    private final Comments comments = new Comments();

    @Override
    public Integer call() throws Exception {
        var card = new ScoreCard("flow", System.out);
        try (var home = Scratch.directory();
                var model = FakeModelServer.answering(FlowBench::answer);
                var service =
                        Service.on(
                                home.path(),
                                config,
                                "--twin.engine.url=" + model.url(),
                                "--twin.engine.url-model=none")) {
            card.say("Filling the memory with " + documents + " documents");
            var filled = new Filling(service, documents).fill();
            card.add(
                    "documents stored per second",
                    Math.round(documents / (filled.toMillis() / 1e3)));
            card.say("Warming up");
            run(service, "warm-up", requests, callers);
            card.add(run(service, "one caller", requests / 4, 1));
            stages(card, service);
            card.add(run(service, callers + " callers", requests, callers));
            card.add(
                    run(
                            service,
                            "refused at once (spam), " + callers + " callers",
                            requests,
                            callers,
                            16));
        }
        card.write(out);
        return 0;
    }

    private static void answer(FakeModelServer.Received request, java.io.OutputStream to) {
        head(to, 200, "text/event-stream");
        send(
                to,
                delta("I start them in trays on the windowsill, two weeks before the last frost.")
                        + finish("stop")
                        + DONE);
    }

    /// Where the time goes inside the twin, by its own account, one caller.
    private void stages(ScoreCard card, Service service) throws Exception {
        var times = new TreeMap<String, List<Double>>();
        for (var number = 0; number < STAGE_REQUESTS; number++) {
            var answer = service.post("/api/v1/consider", comments.request(number, null));
            answer.get("timings_ms")
                    .forEachEntry((stage, took) -> {
                        if (!took.isNumber()) return;
                        times.computeIfAbsent(stage, ignored -> new ArrayList<>())
                                .add(took.doubleValue());
                    });
        }
        times.forEach((stage, took) -> {
            took.sort(null);
            card.add(
                    "median " + stage + ", ms, " + took.size() + " times",
                    took.get(took.size() / 2));
        });
    }

    private Sample run(Service service, String what, int count, int atATime) throws Exception {
        return run(service, what, count, atATime, -1);
    }

    /// @param only index of the one comment to use; below 0 for all in turn
    private Sample run(Service service, String what, int count, int atATime, int only)
            throws Exception {
        var times = new ConcurrentLinkedQueue<Long>();
        var next = new AtomicInteger();
        var begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(atATime)) {
            var running = new ArrayList<Future<?>>();
            for (var caller = 0; caller < atATime; caller++) {
                running.add(
                        pool.submit(() -> {
                            int number;
                            while ((number = next.getAndIncrement()) < count) {
                                var body = comments.request(only < 0 ? number : only, null);
                                var start = System.nanoTime();
                                service.post("/api/v1/consider", body);
                                times.add(System.nanoTime() - start);
                            }
                            return null;
                        }));
            }
            for (var future : running) future.get();
        }
        return Sample.of(what, times, Duration.ofNanos(System.nanoTime() - begun));
    }
}
