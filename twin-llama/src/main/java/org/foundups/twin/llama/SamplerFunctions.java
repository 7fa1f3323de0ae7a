package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/// The functions of `llama.h` about sampling, under the names they have there without the prefix
/// `llama_sampler`.
final class SamplerFunctions {
    private final MethodHandle chainDefaultParams;
    private final MethodHandle chainInit;
    private final MethodHandle chainAdd;
    private final MethodHandle initGreedy;
    private final MethodHandle initDist;
    private final MethodHandle initTopK;
    private final MethodHandle initTopP;
    private final MethodHandle initMinP;
    private final MethodHandle initTemp;
    private final MethodHandle initPenalties;
    private final MethodHandle initLogitBias;
    private final MethodHandle initGrammar;
    private final MethodHandle apply;
    private final MethodHandle accept;
    private final MethodHandle sample;
    private final MethodHandle free;

    SamplerFunctions(LlamaLibrary library) {
        chainDefaultParams =
                library.function(
                        "llama_sampler_chain_default_params",
                        FunctionDescriptor.of(Layouts.SAMPLER_CHAIN_PARAMS));
        chainInit =
                library.function(
                        "llama_sampler_chain_init",
                        FunctionDescriptor.of(ADDRESS, Layouts.SAMPLER_CHAIN_PARAMS));
        chainAdd =
                library.function(
                        "llama_sampler_chain_add", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
        initGreedy = library.function("llama_sampler_init_greedy", FunctionDescriptor.of(ADDRESS));
        initDist =
                library.function(
                        "llama_sampler_init_dist", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        initTopK =
                library.function(
                        "llama_sampler_init_top_k", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        initTopP =
                library.function(
                        "llama_sampler_init_top_p",
                        FunctionDescriptor.of(ADDRESS, JAVA_FLOAT, JAVA_LONG));
        initMinP =
                library.function(
                        "llama_sampler_init_min_p",
                        FunctionDescriptor.of(ADDRESS, JAVA_FLOAT, JAVA_LONG));
        initTemp =
                library.function(
                        "llama_sampler_init_temp", FunctionDescriptor.of(ADDRESS, JAVA_FLOAT));
        initPenalties =
                library.function(
                        "llama_sampler_init_penalties",
                        FunctionDescriptor.of(
                                ADDRESS, JAVA_INT, JAVA_INT, JAVA_FLOAT, JAVA_FLOAT, JAVA_FLOAT));
        initLogitBias =
                library.function(
                        "llama_sampler_init_logit_bias",
                        FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
        initGrammar =
                library.function(
                        "llama_sampler_init_grammar",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        apply =
                library.function(
                        "llama_sampler_apply", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
        accept =
                library.function(
                        "llama_sampler_accept", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        sample =
                library.function(
                        "llama_sampler_sample",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        free = library.function("llama_sampler_free", FunctionDescriptor.ofVoid(ADDRESS));
    }

    MemorySegment chain(SegmentAllocator allocator) {
        return NativeCall.of(() -> {
            var params = (MemorySegment) chainDefaultParams.invokeExact(allocator);
            return (MemorySegment) chainInit.invokeExact(params);
        });
    }

    /// From here on the sampler belongs to the chain and is freed with it.
    void chainAdd(MemorySegment chain, MemorySegment sampler) {
        NativeCall.run(() -> {
            chainAdd.invokeExact(chain, sampler);
        });
    }

    MemorySegment greedy() {
        return NativeCall.of(() -> (MemorySegment) initGreedy.invokeExact());
    }

    MemorySegment dist(int seed) {
        return NativeCall.of(() -> (MemorySegment) initDist.invokeExact(seed));
    }

    MemorySegment topK(int k) {
        return NativeCall.of(() -> (MemorySegment) initTopK.invokeExact(k));
    }

    MemorySegment topP(float p) {
        return NativeCall.of(() -> (MemorySegment) initTopP.invokeExact(p, 1L));
    }

    MemorySegment minP(float p) {
        return NativeCall.of(() -> (MemorySegment) initMinP.invokeExact(p, 1L));
    }

    MemorySegment temperature(float temperature) {
        return NativeCall.of(() -> (MemorySegment) initTemp.invokeExact(temperature));
    }

    MemorySegment penalties(int vocabularySize, SamplingSettings settings) {
        var last = settings.repeatLast();
        var repeat = (float) settings.repeatPenalty();
        var frequency = (float) settings.frequencyPenalty();
        var presence = (float) settings.presencePenalty();
        return NativeCall.of(() ->
                (MemorySegment)
                        initPenalties.invokeExact(
                                vocabularySize, last, repeat, frequency, presence));
    }

    /// @param biases array of `llama_logit_bias`, which is copied
    MemorySegment logitBias(int vocabularySize, int count, MemorySegment biases) {
        return NativeCall.of(
                () -> (MemorySegment) initLogitBias.invokeExact(vocabularySize, count, biases));
    }

    /// A sampler that keeps to a grammar; a null pointer if that cannot be read.
    MemorySegment grammar(MemorySegment vocab, MemorySegment rules, MemorySegment root) {
        return NativeCall.of(() -> (MemorySegment) initGrammar.invokeExact(vocab, rules, root));
    }

    /// @param candidates a `llama_token_data_array`
    void apply(MemorySegment sampler, MemorySegment candidates) {
        NativeCall.run(() -> {
            apply.invokeExact(sampler, candidates);
        });
    }

    void accept(MemorySegment sampler, int token) {
        NativeCall.run(() -> {
            accept.invokeExact(sampler, token);
        });
    }

    /// Samples from the logits of one token of the last batch, and accepts what it found.
    int sample(MemorySegment sampler, MemorySegment context, int index) {
        return NativeCall.of(() -> (int) sample.invokeExact(sampler, context, index));
    }

    void free(MemorySegment sampler) {
        NativeCall.run(() -> {
            free.invokeExact(sampler);
        });
    }
}
