package org.foundups.twin.llama;

import org.foundups.twin.llama.Step.Usage;

/// What the engine has done since it was started. Safe for use by several threads.
final class Figures {
    private long replies;
    private long cancelled;
    private long failed;
    private long promptTokens;
    private long cachedTokens;
    private long writtenTokens;
    private long intervals;
    private long promptNanos;
    private long writtenNanos;

    /// A moment's sums.
    record Sums(
            long replies,
            long cancelled,
            long failed,
            long promptTokens,
            long cachedTokens,
            long writtenTokens,
            double promptTokensPerSecond,
            double writtenTokensPerSecond) {}

    synchronized void ended(Usage usage) {
        replies++;
        count(usage);
    }

    synchronized void cancelled(Usage usage) {
        cancelled++;
        count(usage);
    }

    synchronized void failed() {
        failed++;
    }

    private void count(Usage usage) {
        promptTokens += usage.promptTokens();
        cachedTokens += usage.cachedTokens();
        writtenTokens += usage.writtenTokens();
        intervals += Math.max(0, usage.writtenTokens() - 1);
        promptNanos += usage.promptNanos();
        writtenNanos += usage.writtenNanos();
    }

    synchronized Sums sums() {
        return new Sums(
                replies,
                cancelled,
                failed,
                promptTokens,
                cachedTokens,
                writtenTokens,
                perSecond(promptTokens - cachedTokens, promptNanos),
                perSecond(intervals, writtenNanos));
    }

    /// 0 if no time has passed.
    static double perSecond(long tokens, long nanos) {
        return nanos <= 0 || tokens <= 0 ? 0 : tokens * 1e9 / nanos;
    }
}
