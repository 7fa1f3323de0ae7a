package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// What the native libraries say: warnings and errors go to the log of the process, the rest to
/// nowhere, and the last error is kept, because the functions themselves only say that they failed.
/// Called from native threads, several at a time.
final class NativeLog {
    private static final int WARNING = 3;
    private static final int ERROR = 4;
    private static final int CONTINUED = 5;

    private final PrintStream out;
    private boolean shown;
    private String lastError = "";

    NativeLog(PrintStream out) {
        this.out = out;
    }

    void attach(LlamaLibrary library) {
        try {
            var said =
                    MethodHandles.lookup()
                            .bind(
                                    this,
                                    "said",
                                    MethodType.methodType(
                                            void.class,
                                            int.class,
                                            MemorySegment.class,
                                            MemorySegment.class));
            var callback =
                    library.callback(said, FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS));
            var set =
                    library.function("llama_log_set", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
            NativeCall.run(() -> {
                set.invokeExact(callback, MemorySegment.NULL);
            });
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /// Called by native code: an exception here would end the process.
    @SuppressWarnings("UnusedMethod") // called through a function pointer
    private void said(int level, MemorySegment text, MemorySegment unused) {
        try {
            said(level, NativeCall.string(text));
        } catch (Throwable unsayable) {
            // There is nobody to tell, and nothing may leave this method.
        }
    }

    synchronized void said(int level, String text) {
        if (level != CONTINUED) shown = level == WARNING || level == ERROR;
        if (shown) out.print(text);
        if (level == ERROR) lastError = text.strip();
    }

    /// The last error since the call before; empty if there was none.
    synchronized String takeError() {
        var error = lastError;
        lastError = "";
        return error;
    }
}
