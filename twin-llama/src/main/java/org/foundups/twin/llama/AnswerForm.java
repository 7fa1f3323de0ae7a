package org.foundups.twin.llama;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foundups.twin.llama.Step.FinishReason;
import org.foundups.twin.llama.TextOutput.Shown;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How a reply looks in one of the two protocols: whole, or piece by piece.
///
/// @see <a href="https://platform.openai.com/docs/api-reference/chat/object">OpenAI: the chat
///   completion object</a>
enum AnswerForm {
    CHAT("chatcmpl-", "chat.completion", "chat.completion.chunk") {
        @Override
        void whole(ObjectNode choice, String text) {
            choice.putObject("message").put("role", "assistant").put("content", text);
        }

        @Override
        void begin(ObjectNode choice) {
            choice.putObject("delta").put("role", "assistant").put("content", "");
        }

        @Override
        void piece(ObjectNode choice, String text) {
            choice.putObject("delta").put("content", text);
        }

        @Override
        void end(ObjectNode choice) {
            choice.putObject("delta");
        }

        @Override
        void logprobs(ObjectNode into, List<TokenLogprob> tokens) {
            var content = into.putArray("content");
            for (var token : tokens) {
                var entry = content.addObject();
                put(entry, token);
                var likeliest = entry.putArray("top_logprobs");
                token.likeliest().forEach(other -> put(likeliest.addObject(), other));
            }
            into.putNull("refusal");
        }

        private void put(ObjectNode into, TokenLogprob token) {
            into.put("token", token.token()).put("logprob", token.logprob());
            var bytes = into.putArray("bytes");
            for (var octet : token.bytes()) bytes.add(octet & 0xff);
        }
    },

    TEXT("cmpl-", "text_completion", "text_completion") {
        @Override
        void whole(ObjectNode choice, String text) {
            choice.put("text", text);
        }

        @Override
        void begin(ObjectNode choice) {
            choice.put("text", "");
        }

        @Override
        void piece(ObjectNode choice, String text) {
            choice.put("text", text);
        }

        @Override
        void end(ObjectNode choice) {
            choice.put("text", "");
        }

        @Override
        void logprobs(ObjectNode into, List<TokenLogprob> tokens) {
            var names = into.putArray("tokens");
            var probabilities = into.putArray("token_logprobs");
            var likeliest = into.putArray("top_logprobs");
            var offsets = into.putArray("text_offset");
            var offset = 0;
            for (var token : tokens) {
                names.add(token.token());
                probabilities.add(token.logprob());
                var others = likeliest.addObject();
                token.likeliest().forEach(other -> others.put(other.token(), other.logprob()));
                offsets.add(offset);
                offset += new String(token.bytes(), StandardCharsets.UTF_8).length();
            }
        }
    };

    private static final JsonMapper JSON = new JsonMapper();

    private final String idPrefix;
    private final String wholeObject;
    private final String pieceObject;

    AnswerForm(String idPrefix, String wholeObject, String pieceObject) {
        this.idPrefix = idPrefix;
        this.wholeObject = wholeObject;
        this.pieceObject = pieceObject;
    }

    /// What all parts of one answer say.
    ///
    /// @param created in seconds since 1970
    record Heading(String id, long created, String model) {}

    /// A reply in one piece.
    ///
    /// @param logprobs null if they are not wanted
    ObjectNode document(
            Heading heading,
            String text,
            @Nullable List<TokenLogprob> logprobs,
            FinishReason reason,
            Step.Usage usage) {
        var document = start(heading, wholeObject);
        var choice = choice(document, logprobs);
        whole(choice, text);
        choice.put("finish_reason", reason.id());
        Usages.put(document, usage);
        return document;
    }

    /// The first piece, without text.
    ObjectNode opening(Heading heading) {
        var document = start(heading, pieceObject);
        begin(choice(document, null).putNull("finish_reason"));
        return document;
    }

    /// @param wantsLogprobs whether they are told with the text
    ObjectNode chunk(Heading heading, Shown shown, boolean wantsLogprobs) {
        var document = start(heading, pieceObject);
        var choice = choice(document, wantsLogprobs ? shown.logprobs() : null);
        piece(choice.putNull("finish_reason"), shown.text());
        return document;
    }

    /// The last piece, without text.
    ObjectNode closing(Heading heading, FinishReason reason, Step.Usage usage) {
        var document = start(heading, pieceObject);
        var choice = choice(document, null);
        end(choice);
        choice.put("finish_reason", reason.id());
        Usages.putTimings(document, usage);
        return document;
    }

    /// The piece after the last, for those who asked for it.
    ObjectNode usage(Heading heading, Step.Usage usage) {
        var document = start(heading, pieceObject);
        document.putArray("choices");
        Usages.put(document, usage);
        return document;
    }

    String newId() {
        return idPrefix + java.util.UUID.randomUUID().toString().replace("-", "");
    }

    private static ObjectNode start(Heading heading, String object) {
        return JSON.createObjectNode()
                .put("id", heading.id())
                .put("object", object)
                .put("created", heading.created())
                .put("model", heading.model())
                .put("system_fingerprint", "llama.cpp-" + LlamaLibrary.VERSION);
    }

    private ObjectNode choice(ObjectNode document, @Nullable List<TokenLogprob> logprobs) {
        var choice = document.putArray("choices").addObject().put("index", 0);
        if (logprobs == null) {
            choice.putNull("logprobs");
        } else {
            logprobs(choice.putObject("logprobs"), logprobs);
        }
        return choice;
    }

    abstract void whole(ObjectNode choice, String text);

    abstract void begin(ObjectNode choice);

    abstract void piece(ObjectNode choice, String text);

    abstract void end(ObjectNode choice);

    abstract void logprobs(ObjectNode into, List<TokenLogprob> tokens);
}
