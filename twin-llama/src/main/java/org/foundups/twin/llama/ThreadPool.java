package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;

/// Native threads that stay. Without them ggml starts and ends its threads for every token.
final class ThreadPool {
    /// How many processors the mask has a flag for.
    private static final int PROCESSORS = 512;

    private static final int CPU = 0;

    /// `ggml_threadpool_params` of `ggml.h`.
    static final StructLayout PARAMS =
            MemoryLayout.structLayout(
                            MemoryLayout.sequenceLayout(PROCESSORS, JAVA_BOOLEAN)
                                    .withName("cpumask"),
                            JAVA_INT.withName("n_threads"),
                            JAVA_INT.withName("prio"),
                            JAVA_INT.withName("poll"),
                            JAVA_BOOLEAN.withName("strict_cpu"),
                            JAVA_BOOLEAN.withName("paused"),
                            MemoryLayout.paddingLayout(2))
                    .withName("ggml_threadpool_params");

    private ThreadPool() {}

    /// Does nothing where the chosen backend has no pool to give.
    static void attach(LlamaLibrary library, MemorySegment context, int threads) {
        var create = creator(library);
        if (NativeCall.isNull(create)) return;
        var defaults =
                library.function(
                        "ggml_threadpool_params_default", FunctionDescriptor.of(PARAMS, JAVA_INT));
        var newPool = library.function(create, FunctionDescriptor.of(ADDRESS, ADDRESS));
        var attach =
                library.function(
                        "llama_attach_threadpool",
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
        try (var arena = Arena.ofConfined()) {
            SegmentAllocator allocator = arena;
            NativeCall.run(() -> {
                var params = (MemorySegment) defaults.invokeExact(allocator, threads);
                // A thread without work sleeps: spinning, it would take a core from others.
                params.set(JAVA_INT, Layouts.offset(PARAMS, "poll"), 0);
                var pool = (MemorySegment) newPool.invokeExact(params);
                if (NativeCall.isNull(pool)) return;
                attach.invokeExact(context, pool, MemorySegment.NULL);
            });
        }
    }

    private static MemorySegment creator(LlamaLibrary library) {
        var device =
                library.function(
                        "ggml_backend_dev_by_type", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        var registry =
                library.function(
                        "ggml_backend_dev_backend_reg", FunctionDescriptor.of(ADDRESS, ADDRESS));
        var find =
                library.function(
                        "ggml_backend_reg_get_proc_address",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocateFrom("ggml_threadpool_new");
            return NativeCall.of(() -> {
                var cpu = (MemorySegment) device.invokeExact(CPU);
                if (NativeCall.isNull(cpu)) return MemorySegment.NULL;
                var backend = (MemorySegment) registry.invokeExact(cpu);
                return (MemorySegment) find.invokeExact(backend, name);
            });
        }
    }
}
