package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;

/// Ends the process at once. The ordinary way out runs the exit handlers of the native libraries
/// while their threads still compute, which can hang or crash; this one asks nobody.
final class ProcessEnd {
    private ProcessEnd() {}

    @SuppressWarnings("restricted") // a function of the C library, not of llama.cpp
    static void now(int status) {
        System.out.flush();
        System.err.flush();
        try {
            var exit = Linker.nativeLinker().defaultLookup().find("_exit");
            if (exit.isPresent()) {
                var handle =
                        Linker.nativeLinker()
                                .downcallHandle(exit.get(), FunctionDescriptor.ofVoid(JAVA_INT));
                handle.invokeExact(status);
            }
        } catch (Throwable unavailable) {
            System.err.println("The process is ended in the ordinary way: " + unavailable);
        }
        Runtime.getRuntime().halt(status);
    }
}
