package org.foundups.twin.llama;

import java.lang.foreign.MemorySegment;

/// Calls a native function. Handles declare that they throw anything; those of native functions
/// throw nothing of their own, so whatever comes is a fault in this program.
final class NativeCall {
    private NativeCall() {}

    /// A call with a result.
    interface Returning<R> {
        R call() throws Throwable;
    }

    /// A call without one, written as a statement in braces: as an expression it would be compiled
    /// as one with a result, which the handle refuses.
    interface Action {
        void call() throws Throwable;
    }

    static <R> R of(Returning<R> call) {
        try {
            return call.call();
        } catch (Throwable fault) {
            throw new IllegalStateException("a native function was called in a wrong way", fault);
        }
    }

    static void run(Action call) {
        try {
            call.call();
        } catch (Throwable fault) {
            throw new IllegalStateException("a native function was called in a wrong way", fault);
        }
    }

    static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    /// The text behind a pointer to a C string; empty for a null pointer.
    static String string(MemorySegment pointer) {
        return isNull(pointer) ? "" : sized(pointer, Integer.MAX_VALUE).getString(0);
    }

    /// What lies behind a pointer. Native code does not tell how much that is: the caller knows.
    @SuppressWarnings("restricted") // the only place where a size is claimed
    static MemorySegment sized(MemorySegment pointer, long bytes) {
        return pointer.reinterpret(bytes);
    }
}
