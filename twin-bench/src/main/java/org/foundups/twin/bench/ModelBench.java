package org.foundups.twin.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// The model: first token and whole reply, cold and warm, for the sample comments; and, where
/// another server is named, the same short prompt on both, taking turns.
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "First token and whole reply of the model, cold and warm prefix.")
final class ModelBench implements Callable<Integer> {
    private static final int COLD = 5;

    @Option(names = "--config", defaultValue = "config", description = "(${DEFAULT-VALUE})")
    private Path config = Path.of("config");

    @Option(
            names = "--model",
            defaultValue = "",
            description = "name in the catalogue; the default one otherwise")
    private String model = "";

    @Option(
            names = "--engine",
            description = "a running engine, http://host:port/v1, instead of one of our own")
    private @Nullable URI engine;

    @Option(names = "--engine-key", defaultValue = "", description = "its bearer token")
    private String engineKey = "";

    @Option(
            names = "--against",
            description = "another server with the same model file, e.g. llama-server")
    private @Nullable URI against;

    @Option(
            names = "--rounds",
            defaultValue = "2",
            description = "over the sample comments (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--out", description = "where to write the figures as JSON")
    private @Nullable Path out;

    private final Comments comments = new Comments();

    @Override
    public Integer call() throws Exception {
        var card = new ScoreCard("model", System.out);
        if (engine != null && against != null) sideBySide(card, engine, against);
        try (var home = Scratch.directory();
                var personas = ColdPersonas.beside(config, COLD);
                var service = Service.on(home.path(), personas.config(), arguments())) {
            while (!service.ready()) Thread.sleep(200);
            card.say("Real prompt (persona, passages, thread), whole flow");
            measure(card, service, "cold prefix", personas.names(), COLD);
            measure(card, service, "warm prefix", List.of(), rounds * comments.size());
        }
        card.write(out);
        return 0;
    }

    private String[] arguments() {
        if (engine == null) return new String[] {"--twin.engine.model=" + model};
        return new String[] {"--twin.engine.url=" + engine, "--twin.engine.url-key=" + engineKey};
    }

    /// @param personas one for each request, each with a prefix of its own; empty for the usual one
    private void measure(
            ScoreCard card, Service service, String what, List<String> personas, int count)
            throws Exception {
        var first = new ArrayList<Long>();
        var draft = new ArrayList<Long>();
        var total = new ArrayList<Long>();
        var prompt = new ArrayList<Long>();
        var evaluated = new ArrayList<Long>();
        var begun = System.nanoTime();
        for (var number = 0; number < count; number++) {
            var persona = personas.isEmpty() ? null : personas.get(number);
            if (persona != null) remember(service, persona, comments.text(number));
            var answer = service.post("/api/v1/consider", comments.request(number, persona));
            if (answer.get("draft").isNull()) continue;
            first.add(nanos(answer.at("/timings_ms/first_token").doubleValue()));
            draft.add(nanos(answer.at("/timings_ms/draft").doubleValue()));
            total.add(nanos(answer.at("/timings_ms/total").doubleValue()));
            var tokens = answer.at("/draft/generator/prompt_tokens").longValue();
            prompt.add(tokens);
            evaluated.add(tokens - answer.at("/draft/generator/cached_tokens").longValue());
        }
        var whole = Duration.ofNanos(System.nanoTime() - begun);
        card.add(Sample.of(what + ": first token", first, whole));
        card.add(Sample.of(what + ": draft (redrafts included)", draft, whole));
        card.add(Sample.of(what + ": whole consideration", total, whole));
        card.add(what + ": median prompt tokens", median(prompt));
        card.add(what + ": median prompt tokens evaluated", median(evaluated));
    }

    /// A persona that remembers nothing would be asked nothing of the model.
    private static void remember(Service service, String persona, String comment) throws Exception {
        var documents = JsonMapper.shared().createArrayNode();
        documents
                .addObject()
                .put("text", "Everything about that is in the talk about clay, from 2019.")
                .put("in_reply_to", comment)
                .put("source_id", "bench")
                .put("speaker", persona);
        service.post("/api/v1/memory/documents?persona=" + persona, documents.toString());
    }

    private static long nanos(double millis) {
        return Math.round(millis * 1e6);
    }

    private static long median(List<Long> values) {
        return values.isEmpty()
                ? 0
                : values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }

    /// Question by question on one and then on the other, so that whatever else the machine does
    /// hits both.
    private void sideBySide(ScoreCard card, URI ours, URI theirs) throws Exception {
        var us = new ShortPrompt(ours, engineKey);
        var them = new ShortPrompt(theirs, "");
        card.say("The same prompt of about 100 tokens on both");
        for (var question : ShortPrompt.QUESTIONS.subList(0, 2)) {
            us.ask(question);
            them.ask(question);
        }
        var times =
                List.of(
                        new ArrayList<Long>(),
                        new ArrayList<Long>(),
                        new ArrayList<Long>(),
                        new ArrayList<Long>());
        var begun = System.nanoTime();
        for (var round = 0; round < 4; round++) {
            for (var question : ShortPrompt.QUESTIONS) {
                var our = us.ask(question);
                var their = them.ask(question);
                times.get(0).add(our.firstNanos());
                times.get(1).add(their.firstNanos());
                times.get(2).add(our.nanosPerToken());
                times.get(3).add(their.nanosPerToken());
            }
        }
        var whole = Duration.ofNanos(System.nanoTime() - begun);
        card.add(Sample.of("ours: warm first token", times.get(0), whole));
        card.add(Sample.of("other: warm first token", times.get(1), whole));
        card.add(Sample.of("ours: each further token", times.get(2), whole));
        card.add(Sample.of("other: each further token", times.get(3), whole));
    }
}
