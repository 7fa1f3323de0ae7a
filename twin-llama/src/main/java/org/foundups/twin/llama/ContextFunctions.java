package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/// The functions of `llama.h` about a context, its memory and its evaluation, under the names they
/// have there without the prefix.
final class ContextFunctions {
    private final MethodHandle defaultParams;
    private final MethodHandle initFromModel;
    private final MethodHandle setAdaptersLora;
    private final MethodHandle getMemory;
    private final MethodHandle memorySeqRm;
    private final MethodHandle memorySeqCp;
    private final MethodHandle memoryClear;
    private final MethodHandle decode;
    private final MethodHandle getLogitsIth;
    private final MethodHandle setNThreads;

    ContextFunctions(LlamaLibrary library) {
        defaultParams =
                library.function(
                        "llama_context_default_params",
                        FunctionDescriptor.of(Layouts.CONTEXT_PARAMS));
        initFromModel =
                library.function(
                        "llama_init_from_model",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, Layouts.CONTEXT_PARAMS));
        setAdaptersLora =
                library.function(
                        "llama_set_adapters_lora",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
        getMemory = library.function("llama_get_memory", FunctionDescriptor.of(ADDRESS, ADDRESS));
        memorySeqRm =
                library.function(
                        "llama_memory_seq_rm",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));
        memorySeqCp =
                library.function(
                        "llama_memory_seq_cp",
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        memoryClear =
                library.function(
                        "llama_memory_clear", FunctionDescriptor.ofVoid(ADDRESS, JAVA_BOOLEAN));
        decode =
                library.function(
                        "llama_decode", FunctionDescriptor.of(JAVA_INT, ADDRESS, Layouts.BATCH));
        setNThreads =
                library.function(
                        "llama_set_n_threads",
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT));
        getLogitsIth =
                library.function(
                        "llama_get_logits_ith", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
    }

    MemorySegment defaultParams(SegmentAllocator allocator) {
        return NativeCall.of(() -> (MemorySegment) defaultParams.invokeExact(allocator));
    }

    MemorySegment initFromModel(MemorySegment model, MemorySegment params) {
        return NativeCall.of(() -> (MemorySegment) initFromModel.invokeExact(model, params));
    }

    int setAdaptersLora(MemorySegment context, MemorySegment adapters, MemorySegment scales) {
        var count = adapters.byteSize() / ADDRESS.byteSize();
        return NativeCall.of(
                () -> (int) setAdaptersLora.invokeExact(context, adapters, count, scales));
    }

    MemorySegment getMemory(MemorySegment context) {
        return NativeCall.of(() -> (MemorySegment) getMemory.invokeExact(context));
    }

    /// Forgets a part of a sequence.
    ///
    /// @return false if this kind of memory cannot give up a part of a sequence
    boolean memorySeqRm(MemorySegment memory, int sequence, int from, int to) {
        return NativeCall.of(() -> (boolean) memorySeqRm.invokeExact(memory, sequence, from, to));
    }

    void memorySeqCp(MemorySegment memory, int source, int target, int to) {
        NativeCall.run(() -> {
            memorySeqCp.invokeExact(memory, source, target, 0, to);
        });
    }

    void memoryClear(MemorySegment memory) {
        NativeCall.run(() -> {
            memoryClear.invokeExact(memory, true);
        });
    }

    int decode(MemorySegment context, MemorySegment batch) {
        return NativeCall.of(() -> (int) decode.invokeExact(context, batch));
    }

    void setNThreads(MemorySegment context, int threads) {
        NativeCall.run(() -> {
            setNThreads.invokeExact(context, threads, threads);
        });
    }

    MemorySegment getLogitsIth(MemorySegment context, int index) {
        return NativeCall.of(() -> (MemorySegment) getLogitsIth.invokeExact(context, index));
    }
}
