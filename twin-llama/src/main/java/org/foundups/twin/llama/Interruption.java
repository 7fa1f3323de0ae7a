package org.foundups.twin.llama;

import java.lang.foreign.MemorySegment;

/// The wish to break off the evaluation that is going on. Native code asks for it between any two
/// operations, some hundred times a token; that it asks is also the sign that it is alive.
final class Interruption {
    private final Pulse pulse;
    private volatile boolean wanted;

    Interruption(Pulse pulse) {
        this.pulse = pulse;
    }

    void request() {
        wanted = true;
    }

    void clear() {
        wanted = false;
    }

    /// Called by native code: an exception here would end the process.
    boolean asked(MemorySegment unused) {
        try {
            pulse.beat();
            return wanted;
        } catch (Throwable fault) {
            return true;
        }
    }
}
