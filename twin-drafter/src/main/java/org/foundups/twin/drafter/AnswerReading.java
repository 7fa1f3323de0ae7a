package org.foundups.twin.drafter;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Reads one answer within its limits. One thread.
final class AnswerReading {
    /// How long the last words of the protocol may take once the text is complete.
    private static final Duration AFTERWORD = Duration.ofMillis(500);

    private final CallLimits limits;
    private final CallFailures failures;
    private final Deadline whole;
    private final AnswerReader reader;
    private Deadline next;
    private long firstTextNanos;
    private int bytes;

    AnswerReading(
            JsonMapper json,
            CallLimits limits,
            CallFailures failures,
            Deadline whole,
            Consumer<String> tokens) {
        this.limits = limits;
        this.failures = failures;
        this.whole = whole;
        this.next = Deadline.in(limits.firstToken());
        this.reader =
                new AnswerReader(
                        json,
                        text -> {
                            arrived();
                            tokens.accept(text);
                        });
    }

    /// @param begunNanos when the question was sent, on the machine's monotonic clock
    Completion read(ResponseBytes body, long begunNanos, String model, int maxTokens)
            throws InterruptedException {
        try {
            var end = readAll(body);
            if (end != null) return end;
        } catch (IOException broken) {
            if (!reader.finished()) return failures.cutOff();
        } catch (TimeoutException late) {
            if (!reader.finished()) return timedOut();
        }
        if (!reader.finished()) return failures.cutOff();
        if (reader.text().isBlank()) return failures.empty();
        return new Completion.Answered(
                reader.text(),
                reader.model() == null ? model : reader.model(),
                reader.cut(),
                reader.usage(),
                Duration.ofNanos(firstTextNanos - begunNanos));
    }

    /// @return a failure, or null if the body was read to its end
    private Completion.@org.jspecify.annotations.Nullable Failed readAll(ResponseBytes body)
            throws IOException, TimeoutException, InterruptedException {
        while (!reader.done()) {
            var piece = body.next(next.earlier(whole).left());
            if (piece == null) {
                reader.end();
                return null;
            }
            bytes += piece.length;
            if (bytes > limits.answerBytes()) return failures.tooLarge(limits.answerBytes());
            reader.accept(piece);
            if (reader.finished()) next = next.earlier(Deadline.in(AFTERWORD));
            if (next.earlier(whole).passed() && !reader.finished()) return timedOut();
        }
        return null;
    }

    private void arrived() {
        if (firstTextNanos == 0) firstTextNanos = System.nanoTime();
        next = Deadline.in(limits.betweenTokens());
    }

    private Completion.Failed timedOut() {
        if (whole.passed()) return failures.endless(limits.whole());
        return firstTextNanos == 0
                ? failures.silent(limits.firstToken())
                : failures.stalled(limits.betweenTokens());
    }
}
