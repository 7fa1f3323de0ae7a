package org.foundups.twin.llama;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A request that is not answered as wished, in the words of the OpenAI protocol.
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String INVALID = "invalid_request_error";

    private final int status;
    private final String type;
    private final String code;
    private final @Nullable String param;
    private final String sentence;

    private ApiError(
            int status, String type, String code, @Nullable String param, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
        this.sentence = sentence;
    }

    /// A field that cannot be taken as it is.
    ///
    /// @param field its name, such as `messages[0].role`
    static ApiError invalid(String field, String sentence) {
        return new ApiError(400, INVALID, "invalid_value", field, field + ": " + sentence);
    }

    /// A field nobody knows, or that asks for something this engine does not do.
    static ApiError unsupported(String field, String sentence) {
        return new ApiError(400, INVALID, "unsupported_parameter", field, field + ": " + sentence);
    }

    /// A body or a request line that is none.
    static ApiError malformed(String sentence) {
        return new ApiError(400, INVALID, "malformed_request", null, sentence);
    }

    static ApiError promptTooLong(long promptTokens, int contextTokens) {
        return new ApiError(
                400,
                INVALID,
                "context_length_exceeded",
                "messages",
                "The prompt has "
                        + promptTokens
                        + " tokens, and with at least one token of reply"
                        + " the context holds "
                        + contextTokens
                        + ". Shorten the prompt, or start the engine with a larger --context.");
    }

    static ApiError noChatTemplate() {
        return new ApiError(
                400,
                INVALID,
                "no_chat_template",
                "messages",
                "This model comes with no chat template the engine knows: it continues text. Use"
                        + " /v1/completions, or load a model made for chat.");
    }

    static ApiError unauthorized() {
        return new ApiError(
                401, INVALID, "invalid_api_key", null, "The bearer token is missing or wrong.");
    }

    static ApiError notFound(String what) {
        return new ApiError(404, INVALID, "not_found", null, "There is no " + what + " here.");
    }

    static ApiError noSuchModel(String wanted, String served) {
        return new ApiError(
                404,
                INVALID,
                "model_not_found",
                "model",
                "There is no model " + wanted + " here; this engine serves " + served + ".");
    }

    static ApiError methodNotAllowed(String allowed) {
        return new ApiError(
                405, INVALID, "method_not_allowed", null, "This path takes " + allowed + " only.");
    }

    static ApiError bodyTooLarge(int limitBytes) {
        return new ApiError(
                413,
                INVALID,
                "body_too_large",
                null,
                "The body is larger than " + limitBytes + " bytes.");
    }

    static ApiError headTooLarge(int limitBytes) {
        return new ApiError(
                431,
                INVALID,
                "head_too_large",
                null,
                "The request line and headers are larger than " + limitBytes + " bytes.");
    }

    static ApiError tooSlow() {
        return new ApiError(408, INVALID, "timeout", null, "The request did not come in time.");
    }

    static ApiError busy(int waiting) {
        return new ApiError(
                503,
                "overloaded_error",
                "queue_full",
                null,
                waiting + " requests are waiting already. Try again in a moment.");
    }

    static ApiError stopping() {
        return new ApiError(
                503, "overloaded_error", "stopping", null, "The engine is coming to its end.");
    }

    static ApiError internal(String sentence) {
        return new ApiError(500, "server_error", "internal_error", null, sentence);
    }

    /// Of HTTP.
    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String code() {
        return code;
    }

    /// The field it is about; null if it is about none.
    @Nullable String param() {
        return param;
    }

    String sentence() {
        return sentence;
    }

    /// After how many seconds another try makes sense; empty if it does not.
    OptionalInt retryAfterSeconds() {
        return status == 503 ? OptionalInt.of(1) : OptionalInt.empty();
    }
}
