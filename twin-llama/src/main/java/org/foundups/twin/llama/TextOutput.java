package org.foundups.twin.llama;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text of one reply on its way out: whole characters only, nothing of a stop string, and the
/// log-probability of each token together with its text.
final class TextOutput {
    private final Utf8Pieces characters = new Utf8Pieces();
    private final StopStrings stops;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int decoded;
    private int shown;

    private record Waiting(TokenLogprob logprob, int begin) {}

    /// What may be shown now.
    record Shown(String text, List<TokenLogprob> logprobs) {
        Shown {
            logprobs = List.copyOf(logprobs);
        }

        boolean isEmpty() {
            return text.isEmpty() && logprobs.isEmpty();
        }
    }

    TextOutput(List<String> stops) {
        this.stops = new StopStrings(stops);
    }

    /// @param logprob null if nobody wants to know
    Shown accept(byte[] piece, @Nullable TokenLogprob logprob) {
        if (logprob != null) waiting.add(new Waiting(logprob, decoded));
        var text = characters.accept(piece);
        decoded += text.length();
        return show(stops.accept(text));
    }

    /// The reply is over. Tokens without text of their own come with the last text.
    Shown end() {
        var last = show(stops.end());
        if (stops.found()) return last;
        var logprobs = new ArrayList<>(last.logprobs());
        waiting.forEach(rest -> logprobs.add(rest.logprob()));
        waiting.clear();
        return new Shown(last.text(), logprobs);
    }

    /// Whether a stop string has come.
    boolean stopped() {
        return stops.found();
    }

    private Shown show(String text) {
        shown += text.length();
        var logprobs = new ArrayList<TokenLogprob>();
        while (!waiting.isEmpty() && waiting.getFirst().begin() < shown) {
            logprobs.add(waiting.removeFirst().logprob());
        }
        return new Shown(text, logprobs);
    }
}
