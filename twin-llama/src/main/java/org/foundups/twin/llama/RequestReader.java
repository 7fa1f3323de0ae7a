package org.foundups.twin.llama;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.foundups.twin.llama.ChatMessage.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the bodies of completion requests: the OpenAI protocol, with the further sampling
/// settings, `grammar`, `cache_prompt` and `slot` of llama.cpp's server. A field that would change
/// the text and is not understood is refused, never passed over.
///
/// @param served the one model there is
/// @param seeds a seed for a request that names none
/// @see <a href="https://platform.openai.com/docs/api-reference/chat">OpenAI: chat completions</a>
record RequestReader(String served, LongSupplier seeds) {
    private static final int LONGEST_REPLY = 1 << 20;
    private static final int MOST_STOPS = 16;
    private static final int LONGEST_STOP = 256;
    private static final int MOST_LOGPROBS = 20;
    private static final int DEFAULT_COMPLETION = 16;
    private static final int DEFAULT_REPEAT_LAST = 64;

    /// Fields that both forms know. The first line says who asks and why, which does not change the
    /// answer; prompts are kept warm by what they begin with, so `prompt_cache_key` does not
    /// either.
    private static final Set<String> COMMON =
            Set.of(
                    "user",
                    "metadata",
                    "safety_identifier",
                    "prompt_cache_key",
                    "model",
                    "stream",
                    "stream_options",
                    "n",
                    "max_tokens",
                    "seed",
                    "stop",
                    "logprobs",
                    "logit_bias",
                    "temperature",
                    "top_p",
                    "top_k",
                    "min_p",
                    "repeat_penalty",
                    "frequency_penalty",
                    "presence_penalty",
                    "repeat_last_n",
                    "grammar",
                    "cache_prompt",
                    "slot");

    private static final Set<String> CHAT =
            with(COMMON, "messages", "max_completion_tokens", "top_logprobs", "response_format");
    private static final Set<String> PLAIN = with(COMMON, "prompt");

    private static Set<String> with(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    /// @throws ApiError naming the first field that cannot be taken
    CompletionRequest chat(JsonNode body) {
        var fields = new RequestFields(body, "", CHAT);
        var prompt = new PromptSource.Chat(messages(fields.require("messages")));
        var topLogprobs = fields.integer("top_logprobs", 0, MOST_LOGPROBS, 0);
        var wanted = fields.flag("logprobs", false);
        if (topLogprobs > 0 && !wanted) {
            throw ApiError.invalid("top_logprobs", "needs logprobs to be true");
        }
        return request(
                fields, prompt, maxTokens(fields), wanted ? topLogprobs : -1, chatGrammar(fields));
    }

    /// @throws ApiError naming the first field that cannot be taken
    CompletionRequest plain(JsonNode body) {
        var fields = new RequestFields(body, "", PLAIN);
        var prompt = RequestFields.string(fields.require("prompt"), "prompt");
        return request(
                fields,
                new PromptSource.Plain(prompt),
                fields.integer("max_tokens", 1, LONGEST_REPLY, DEFAULT_COMPLETION),
                fields.integer("logprobs", 0, MOST_LOGPROBS, -1),
                gbnf(fields));
    }

    private CompletionRequest request(
            RequestFields fields,
            PromptSource prompt,
            int maxTokens,
            int topLogprobs,
            @Nullable Grammar grammar) {
        fields.integer("n", 1, 1, 1);
        checkModel(fields);
        var stream = fields.flag("stream", false);
        return new CompletionRequest(
                prompt,
                sampling(fields),
                maxTokens,
                stops(fields),
                topLogprobs,
                grammar,
                fields.flag("cache_prompt", true),
                fields.integer("slot", 0, 255, -1),
                stream,
                includeUsage(fields, stream));
    }

    private void checkModel(RequestFields fields) {
        var wanted = fields.text("model").orElse(served);
        if (!wanted.equals(served)) {
            throw ApiError.noSuchModel(wanted.replaceAll("[\\p{C}\\s]", "?"), served);
        }
    }

    private static int maxTokens(RequestFields fields) {
        var old = fields.integer("max_tokens", 1, LONGEST_REPLY, 0);
        var max = fields.integer("max_completion_tokens", 1, LONGEST_REPLY, 0);
        if (old > 0 && max > 0 && old != max) {
            throw ApiError.invalid(
                    "max_tokens", "and max_completion_tokens mean the same and differ");
        }
        return Math.max(old, max);
    }

    private static boolean includeUsage(RequestFields fields, boolean stream) {
        var options = fields.find("stream_options");
        if (options.isEmpty()) return false;
        if (!stream) throw ApiError.invalid("stream_options", "needs stream to be true");
        return new RequestFields(options.get(), "stream_options.", Set.of("include_usage"))
                .flag("include_usage", false);
    }

    private SamplingSettings sampling(RequestFields fields) {
        var seed = fields.find("seed");
        return new SamplingSettings(
                fields.number("temperature", 0, 2, 1),
                fields.number("top_p", 0, 1, 1),
                fields.integer("top_k", 0, 1 << 20, 0),
                fields.number("min_p", 0, 1, 0),
                fields.number("repeat_penalty", 0.01, 2, 1),
                fields.number("frequency_penalty", -2, 2, 0),
                fields.number("presence_penalty", -2, 2, 0),
                fields.integer("repeat_last_n", 1, 4096, DEFAULT_REPEAT_LAST),
                seed.isEmpty()
                        ? seeds.getAsLong()
                        : fields.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE, 0L),
                logitBias(fields));
    }

    private static Map<Integer, Double> logitBias(RequestFields fields) {
        var biases = new HashMap<Integer, Double>();
        fields.find("logit_bias").ifPresent(node -> readLogitBias(node, biases));
        return biases;
    }

    private static void readLogitBias(JsonNode node, Map<Integer, Double> into) {
        if (!node.isObject() || node.size() > 1024) {
            throw ApiError.invalid("logit_bias", "must be an object of at most 1024 entries");
        }
        for (var entry : node.properties()) {
            var bias = entry.getValue();
            if (!entry.getKey().matches("\\d{1,9}")
                    || !bias.isNumber()
                    || Math.abs(bias.asDouble()) > 100) {
                throw ApiError.invalid(
                        "logit_bias", "maps token numbers to numbers from -100 to 100");
            }
            into.put(Integer.valueOf(entry.getKey()), bias.asDouble());
        }
    }

    private static List<String> stops(RequestFields fields) {
        var stop = fields.find("stop");
        if (stop.isEmpty()) return List.of();
        var stops = new ArrayList<String>();
        if (stop.get().isArray()) {
            stop.get().forEach(each -> stops.add(RequestFields.string(each, "stop")));
        } else {
            stops.add(RequestFields.string(stop.get(), "stop"));
        }
        var sound = stops.stream().allMatch(s -> !s.isEmpty() && s.length() <= LONGEST_STOP);
        if (stops.size() > MOST_STOPS || !sound) {
            throw ApiError.invalid(
                    "stop",
                    "takes up to "
                            + MOST_STOPS
                            + " strings of 1 to "
                            + LONGEST_STOP
                            + " characters");
        }
        return stops;
    }

    private static @Nullable Grammar chatGrammar(RequestFields fields) {
        var grammar = gbnf(fields);
        var format = fields.find("response_format");
        if (format.isEmpty()) return grammar;
        if (grammar != null) {
            throw ApiError.invalid("grammar", "and response_format exclude each other");
        }
        return ResponseFormat.grammar(format.get());
    }

    private static @Nullable Grammar gbnf(RequestFields fields) {
        return fields.text("grammar").map(rules -> new Grammar(rules, "grammar")).orElse(null);
    }

    private static List<ChatMessage> messages(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty()) {
            throw ApiError.invalid("messages", "must be an array of at least one message");
        }
        var read = new ArrayList<ChatMessage>();
        for (var i = 0; i < messages.size(); i++) {
            read.add(message(messages.get(i), "messages[" + i + "]."));
        }
        return read;
    }

    private static ChatMessage message(JsonNode message, String path) {
        var fields = new RequestFields(message, path, Set.of("role", "content"));
        var role = RequestFields.string(fields.require("role"), path + "role");
        return new ChatMessage(
                role(role, path), content(fields.require("content"), path + "content"));
    }

    private static Role role(String role, String path) {
        if (role.equals("developer")) return Role.SYSTEM;
        for (var known : Role.values()) {
            if (known.id().equals(role.toLowerCase(Locale.ROOT))) return known;
        }
        throw ApiError.invalid(path + "role", "must be system, developer, user or assistant");
    }

    /// A string, or parts that are all text.
    private static String content(JsonNode content, String path) {
        if (!content.isArray()) return RequestFields.string(content, path);
        var text = new StringBuilder();
        for (var i = 0; i < content.size(); i++) {
            var part =
                    new RequestFields(
                            content.get(i), path + "[" + i + "].", Set.of("type", "text"));
            if (!part.text("type").orElse("").equals("text")) {
                throw ApiError.unsupported(part.path("type"), "only parts of type text are read");
            }
            text.append(RequestFields.string(part.require("text"), part.path("text")));
        }
        return text.toString();
    }
}
