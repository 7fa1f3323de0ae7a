package org.foundups.twin.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
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
    private static final int SHORT_ROUNDS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(400);

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
    /// hits both; with a rest between, for the threads of some servers spin on for a while after a
    /// reply.
    private void sideBySide(ScoreCard card, URI ours, URI theirs) throws Exception {
        var servers =
                Map.of(
                        "ours",
                        new ShortPrompt(ours, engineKey),
                        "other",
                        new ShortPrompt(theirs, ""));
        card.say("The same prompt of about 100 tokens on both");
        var times = new TreeMap<String, List<ShortPrompt.Timed>>(Comparator.reverseOrder());
        var begun = System.nanoTime();
        for (var round = -1; round < SHORT_ROUNDS; round++) {
            for (var question : ShortPrompt.QUESTIONS) {
                for (var server : servers.entrySet()) {
                    Thread.sleep(BETWEEN);
                    var timed = server.getValue().ask(question);
                    if (round < 0) continue;
                    times.computeIfAbsent(server.getKey(), ignored -> new ArrayList<>()).add(timed);
                }
            }
        }
        var whole = Duration.ofNanos(System.nanoTime() - begun);
        times.forEach((server, timed) -> {
            add(card, server + ": warm first token", timed, ShortPrompt.Timed::firstNanos, whole);
            add(
                    card,
                    server + ": each further piece",
                    timed,
                    ShortPrompt.Timed::nanosPerPiece,
                    whole);
            add(card, server + ": whole reply", timed, ShortPrompt.Timed::wholeNanos, whole);
            card.add(
                    server + ": median pieces of a reply",
                    median(timed.stream().map(reply -> (long) reply.pieces()).toList()));
        });
    }

    private static void add(
            ScoreCard card,
            String what,
            List<ShortPrompt.Timed> timed,
            ToLongFunction<ShortPrompt.Timed> part,
            Duration whole) {
        card.add(Sample.of(what, timed.stream().map(part::applyAsLong).toList(), whole));
    }
}
