package org.foundups.twin.drafter;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Turns byte counts into reports, at most five a second. One thread.
final class ProgressMeter {
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private final String what;
    private final TransferListener listener;
    private final LongSupplier nanoTime;
    private TransferProgress.Phase phase = TransferProgress.Phase.FETCHING;
    private long totalBytes;
    private long startBytes;
    private long startNanos;
    private long doneBytes;
    private long toldNanos;

    ProgressMeter(String what, long totalBytes, TransferListener listener, LongSupplier nanoTime) {
        this.what = what;
        this.totalBytes = totalBytes;
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
        this.toldNanos = startNanos - PAUSE_NANOS;
    }

    /// A phase begins with so much already there.
    void begin(TransferProgress.Phase next, long alreadyBytes) {
        phase = next;
        startBytes = alreadyBytes;
        doneBytes = alreadyBytes;
        startNanos = nanoTime.getAsLong();
        tell();
    }

    void total(long bytes) {
        totalBytes = bytes;
    }

    void done(long bytes) {
        var capped = totalBytes > 0 ? Math.min(bytes, totalBytes) : bytes;
        if (capped <= doneBytes) return;
        doneBytes = capped;
        var due = nanoTime.getAsLong() - toldNanos >= PAUSE_NANOS;
        if (due || doneBytes == totalBytes) tell();
    }

    void note(String sentence) {
        listener.note(sentence);
    }

    private void tell() {
        toldNanos = nanoTime.getAsLong();
        var seconds = (toldNanos - startNanos) / 1e9;
        var rate = seconds > 0 ? (long) ((doneBytes - startBytes) / seconds) : 0;
        var left =
                rate > 0 && totalBytes > 0
                        ? Duration.ofSeconds((totalBytes - doneBytes + rate - 1) / rate)
                        : null;
        listener.progress(new TransferProgress(what, phase, doneBytes, totalBytes, rate, left));
    }
}
