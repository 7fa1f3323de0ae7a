package org.foundups.twin.llama;

import org.foundups.twin.llama.Step.FinishReason;
import org.foundups.twin.llama.Step.Usage;
import org.jspecify.annotations.Nullable;

/// A reply in the making. Belongs to the decoder's thread.
final class Reply implements AutoCloseable {
    private final Job job;
    private final Sampler sampler;
    private final TextOutput output;
    private final int reused;
    private final int limit;
    private final long begunNanos;
    private long firstTokenNanos;
    private int written;
    private int nextToken = -1;
    private int batchIndex = -1;

    /// @param reused how many tokens of the prompt are evaluated already
    /// @param room how many tokens the context holds after the prompt
    /// @param nowNanos on the clock that is also used later
    Reply(Job job, Sampler sampler, int reused, int room, long nowNanos) {
        this.job = job;
        this.sampler = sampler;
        this.output = new TextOutput(job.request().stop());
        this.reused = reused;
        var wanted = job.request().maxTokens();
        this.limit = wanted == 0 ? room : Math.min(wanted, room);
        this.begunNanos = nowNanos;
    }

    Job job() {
        return job;
    }

    Sampler sampler() {
        return sampler;
    }

    /// The token to be evaluated next, once the prompt is: the one sampled last.
    int nextToken() {
        return nextToken;
    }

    /// Where in the current batch the token stands after which the reply goes on; -1 if it does not
    /// go on after this batch.
    int batchIndex() {
        return batchIndex;
    }

    void expectAt(int index) {
        batchIndex = index;
    }

    boolean isUnwritten() {
        return written == 0;
    }

    /// A token was sampled.
    ///
    /// @return why the reply is over now, or null if it goes on
    @Nullable FinishReason wrote(
            int token, byte[] piece, @Nullable TokenLogprob logprob, long nowNanos) {
        if (written++ == 0) firstTokenNanos = nowNanos;
        nextToken = token;
        tell(output.accept(piece, logprob));
        if (output.stopped()) return FinishReason.STOP;
        return written >= limit ? FinishReason.LENGTH : null;
    }

    void end(FinishReason reason, long nowNanos) {
        tell(output.end());
        job.tell(new Step.Ended(reason, usage(nowNanos)));
    }

    Usage usage(long nowNanos) {
        var first = written == 0 ? nowNanos : firstTokenNanos;
        return new Usage(
                job.prompt().length(), reused, written, first - begunNanos, nowNanos - first);
    }

    private void tell(TextOutput.Shown shown) {
        if (!shown.isEmpty()) job.tell(new Step.Written(shown));
    }

    @Override
    public void close() {
        sampler.close();
    }
}
