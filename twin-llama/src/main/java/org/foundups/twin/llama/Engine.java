package org.foundups.twin.llama;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers the requests: which paths there are, and what each of them does.
final class Engine implements Connection.Handler {
    private static final JsonMapper JSON = new JsonMapper();

    private final Identity identity;
    private final LlamaModel model;
    private final ContextSettings settings;
    private final Decoder decoder;
    private final Pulse pulse;
    private final Figures figures;
    private final RequestReader requests;
    private final InstantSource clock;

    /// What the model is called.
    ///
    /// @param sha256 of its file in hex, as whoever checked it said; null if nobody did
    record Identity(String name, @Nullable String sha256) {}

    Engine(
            Identity identity,
            Decoder.Parts parts,
            Decoder decoder,
            RequestReader requests,
            InstantSource clock) {
        this.identity = identity;
        this.model = parts.model();
        this.settings = parts.settings();
        this.decoder = decoder;
        this.pulse = parts.pulse();
        this.figures = parts.figures();
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void handle(Exchange exchange) throws IOException, InterruptedException {
        switch (exchange.head().path()) {
            case "/health" -> {
                require(exchange, "GET");
                health(exchange.reply());
            }
            case "/v1/models" -> {
                require(exchange, "GET");
                exchange.reply().send(200, models());
            }
            case "/v1/engine" -> {
                require(exchange, "GET");
                exchange.reply().send(200, figures());
            }
            case "/v1/chat/completions" -> {
                require(exchange, "POST");
                complete(exchange, AnswerForm.CHAT, requests.chat(JsonBody.read(exchange.body())));
            }
            case "/v1/completions" -> {
                require(exchange, "POST");
                complete(exchange, AnswerForm.TEXT, requests.plain(JsonBody.read(exchange.body())));
            }
            default -> throw ApiError.notFound("such path");
        }
    }

    private static void require(Exchange exchange, String method) {
        if (!exchange.head().method().equals(method)) throw ApiError.methodNotAllowed(method);
    }

    private void complete(Exchange exchange, AnswerForm form, CompletionRequest request)
            throws IOException, InterruptedException {
        var job = new Job(request, Prompt.of(request.prompt(), model, settings.slotTokens()));
        exchange.whenAbandoned(job::cancel);
        decoder.submit(job);
        var created = clock.instant().getEpochSecond();
        var heading = new AnswerForm.Heading(form.newId(), created, identity.name());
        new Answering(form, heading, request).answer(job, exchange.reply());
    }

    private void health(HttpReply reply) throws IOException {
        var alive = pulse.alive();
        var document = JSON.createObjectNode().put("status", alive ? "ok" : "hung");
        reply.send(alive ? 200 : 503, document);
    }

    private ObjectNode models() {
        var document = JSON.createObjectNode().put("object", "list");
        var entry =
                document.putArray("data")
                        .addObject()
                        .put("id", identity.name())
                        .put("object", "model")
                        .put("created", 0)
                        .put("owned_by", "local");
        entry.putObject("meta")
                .put("description", model.description())
                .put("sha256", identity.sha256())
                .put("context", settings.slotTokens())
                .put("trained_context", model.trainedContext())
                .put("vocabulary", model.vocabulary().size())
                .put("weight_bytes", model.weightBytes())
                .put("chat_template", template(model));
        return document;
    }

    /// The name of its chat template; null if the model does not chat.
    static @Nullable String template(LlamaModel model) {
        var template = model.template();
        return template == null ? null : template.name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode figures() {
        var sums = figures.sums();
        var document =
                JSON.createObjectNode()
                        .put("model", identity.name())
                        .put("llama_cpp", LlamaLibrary.VERSION)
                        .put("alive", pulse.alive())
                        .put("threads", settings.threads())
                        .put("context", settings.slotTokens())
                        .put("waiting", decoder.waiting());
        var slots = document.putArray("slots");
        for (var state : decoder.states()) {
            slots.addObject().put("cached_tokens", state.tokens()).put("busy", state.busy());
        }
        document.put("pinned_tokens", decoder.pinnedTokens());
        document.put("replies", sums.replies())
                .put("cancelled", sums.cancelled())
                .put("failed", sums.failed())
                .put("prompt_tokens", sums.promptTokens())
                .put("cached_tokens", sums.cachedTokens())
                .put("written_tokens", sums.writtenTokens())
                .put("prompt_tokens_per_second", sums.promptTokensPerSecond())
                .put("written_tokens_per_second", sums.writtenTokensPerSecond());
        MachineMemory.resident().ifPresent(bytes -> document.put("resident_bytes", bytes));
        return document;
    }
}
