package org.foundups.twin.drafter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.foundups.twin.core.TwinException.Code;
import org.foundups.twin.drafter.EngineEndpoint.ServerHint;

/// Says in a sentence what went wrong with one server, the likely cause and the next step.
record CallFailures(EngineEndpoint.Ready endpoint) {
    Completion.Failed unreachable(Throwable cause, Duration connectLimit) {
        if (has(cause, HttpConnectTimeoutException.class)) {
            return unavailable(
                    "did not take the connection within " + seconds(connectLimit) + "." + advice());
        }
        if (has(cause, UnresolvedAddressException.class)
                || has(cause, UnknownHostException.class)) {
            return unavailable("cannot be found: no such host name. Check the address.");
        }
        if (has(cause, SSLException.class)) {
            return unavailable(
                    "does not speak https as it should. Try http, or check its certificate.");
        }
        if (has(cause, ConnectException.class)) {
            return unavailable("refused the connection." + advice());
        }
        return unavailable("dropped the connection without an answer." + advice());
    }

    Completion.Failed silent(Duration limit) {
        return unavailable(
                "wrote nothing within "
                        + seconds(limit)
                        + ". It may still be loading its model, or be too slow for this machine.");
    }

    Completion.Failed stalled(Duration limit) {
        return unavailable("stopped in mid-answer for more than " + seconds(limit) + ".");
    }

    Completion.Failed endless(Duration limit) {
        return unavailable("was not done within " + seconds(limit) + ".");
    }

    Completion.Failed cutOff() {
        return unavailable("broke off in mid-answer." + advice());
    }

    Completion.Failed tooLarge(int limitBytes) {
        return unavailable(
                "sent more than " + limitBytes / 1024 + " KiB for one short answer; it was cut.");
    }

    Completion.Failed empty() {
        return unavailable(
                "answered with no text. The prompt may not fit its context; 2,048 tokens are"
                        + " enough.");
    }

    Completion.Failed garbled(Garbled garbled) {
        return unavailable(String.valueOf(garbled.getMessage()));
    }

    Completion.Failed interrupted() {
        return new Completion.Failed(
                Code.CAPACITY, "The request was cancelled before the model had answered.");
    }

    /// A status other than 200.
    ///
    /// @param error what the server says about it, made fit to be shown
    /// @param retryAfter the header of that name
    Completion.Failed status(int status, Optional<String> error, Optional<String> retryAfter) {
        var said = error.map(text -> " It says: " + text).orElse("");
        return switch (status) {
            case 401, 403 -> unavailable("refused the key. Check TWIN_LLM_KEY." + said);
            case 404 ->
                    unavailable(
                            "does not know "
                                    + modelOrAddress()
                                    + ". Check TWIN_LLM_MODEL and TWIN_LLM_URL."
                                    + said);
            case 413 -> unavailable("finds the prompt too large." + said);
            case 429, 503 ->
                    new Completion.Failed(
                            Code.CAPACITY, server() + " is busy." + later(retryAfter) + said);
            default -> unavailable("answered with status " + status + "." + said);
        };
    }

    Completion.Failed noModel() {
        return unavailable("lists no model. Load one there, or name one in TWIN_LLM_MODEL.");
    }

    private String modelOrAddress() {
        return endpoint.model() == null ? "the address" : "the model " + endpoint.model();
    }

    private static String later(Optional<String> retryAfter) {
        return retryAfter
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> " It asks to wait " + value + " s.")
                .orElse("");
    }

    private Completion.Failed unavailable(String predicate) {
        return new Completion.Failed(Code.MODEL_UNAVAILABLE, server() + " " + predicate);
    }

    private String server() {
        return switch (endpoint.hint()) {
            case EMBEDDED -> "The embedded model engine";
            case EXTERNAL -> {
                var base = endpoint.base().toString();
                yield "The model server at " + base.substring(0, base.length() - "/v1".length());
            }
        };
    }

    private String advice() {
        return endpoint.hint() == ServerHint.EMBEDDED
                ? " If it died it is being restarted; try again in a moment."
                : " Is LM Studio (or whatever serves the model) running and a model loaded?";
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0
                ? limit.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", limit.toMillis() / 1000.0);
    }

    private static boolean has(Throwable thrown, Class<? extends Exception> kind) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) return true;
        }
        return false;
    }

    /// Whether the machine's network failed, as opposed to our own program.
    static boolean isNetwork(Throwable cause) {
        return has(cause, IOException.class) || has(cause, UnresolvedAddressException.class);
    }
}
