package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/// The functions of `llama.h` about a model and its vocabulary, under the names they have there
/// without the prefix.
final class ModelFunctions {
    private static final FunctionDescriptor FLAG = FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS);
    private static final FunctionDescriptor COUNT = FunctionDescriptor.of(JAVA_INT, ADDRESS);

    private final MethodHandle defaultParams;
    private final MethodHandle loadFromFile;
    private final MethodHandle chatTemplate;
    private final MethodHandle desc;
    private final MethodHandle size;
    private final MethodHandle nCtxTrain;
    private final MethodHandle hasEncoder;
    private final MethodHandle hasDecoder;
    private final MethodHandle isRecurrent;
    private final MethodHandle isHybrid;
    private final MethodHandle isDiffusion;
    private final MethodHandle adapterInit;
    private final MethodHandle getVocab;
    private final MethodHandle nTokens;
    private final MethodHandle bos;
    private final MethodHandle getAddBos;
    private final MethodHandle isEog;
    private final MethodHandle isControl;
    private final MethodHandle tokenize;
    private final MethodHandle tokenToPiece;
    private final MethodHandle chatApplyTemplate;

    ModelFunctions(LlamaLibrary library) {
        defaultParams =
                library.function(
                        "llama_model_default_params", FunctionDescriptor.of(Layouts.MODEL_PARAMS));
        loadFromFile =
                library.function(
                        "llama_model_load_from_file",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, Layouts.MODEL_PARAMS));
        chatTemplate =
                library.function(
                        "llama_model_chat_template",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        desc =
                library.function(
                        "llama_model_desc",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
        size = library.function("llama_model_size", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        nCtxTrain = library.function("llama_model_n_ctx_train", COUNT);
        hasEncoder = library.function("llama_model_has_encoder", FLAG);
        hasDecoder = library.function("llama_model_has_decoder", FLAG);
        isRecurrent = library.function("llama_model_is_recurrent", FLAG);
        isHybrid = library.function("llama_model_is_hybrid", FLAG);
        isDiffusion = library.function("llama_model_is_diffusion", FLAG);
        adapterInit =
                library.function(
                        "llama_adapter_lora_init",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        getVocab =
                library.function("llama_model_get_vocab", FunctionDescriptor.of(ADDRESS, ADDRESS));
        nTokens = library.function("llama_vocab_n_tokens", COUNT);
        bos = library.function("llama_vocab_bos", COUNT);
        getAddBos = library.function("llama_vocab_get_add_bos", FLAG);
        isEog =
                library.function(
                        "llama_vocab_is_eog",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT));
        isControl =
                library.function(
                        "llama_vocab_is_control",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT));
        tokenize =
                library.function(
                        "llama_tokenize",
                        FunctionDescriptor.of(
                                JAVA_INT,
                                ADDRESS,
                                ADDRESS,
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                JAVA_BOOLEAN,
                                JAVA_BOOLEAN));
        tokenToPiece =
                library.function(
                        "llama_token_to_piece",
                        FunctionDescriptor.of(
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                JAVA_INT,
                                JAVA_BOOLEAN));
        chatApplyTemplate =
                library.function(
                        "llama_chat_apply_template",
                        FunctionDescriptor.of(
                                JAVA_INT,
                                ADDRESS,
                                ADDRESS,
                                JAVA_LONG,
                                JAVA_BOOLEAN,
                                ADDRESS,
                                JAVA_INT));
    }

    MemorySegment defaultParams(SegmentAllocator allocator) {
        return NativeCall.of(() -> (MemorySegment) defaultParams.invokeExact(allocator));
    }

    MemorySegment loadFromFile(MemorySegment path, MemorySegment params) {
        return NativeCall.of(() -> (MemorySegment) loadFromFile.invokeExact(path, params));
    }

    MemorySegment chatTemplate(MemorySegment model) {
        return NativeCall.of(
                () -> (MemorySegment) chatTemplate.invokeExact(model, MemorySegment.NULL));
    }

    int desc(MemorySegment model, MemorySegment buffer) {
        var room = buffer.byteSize();
        return NativeCall.of(() -> (int) desc.invokeExact(model, buffer, room));
    }

    long size(MemorySegment model) {
        return NativeCall.of(() -> (long) size.invokeExact(model));
    }

    int nCtxTrain(MemorySegment model) {
        return NativeCall.of(() -> (int) nCtxTrain.invokeExact(model));
    }

    boolean hasEncoder(MemorySegment model) {
        return NativeCall.of(() -> (boolean) hasEncoder.invokeExact(model));
    }

    boolean hasDecoder(MemorySegment model) {
        return NativeCall.of(() -> (boolean) hasDecoder.invokeExact(model));
    }

    boolean isRecurrent(MemorySegment model) {
        return NativeCall.of(() -> (boolean) isRecurrent.invokeExact(model));
    }

    boolean isHybrid(MemorySegment model) {
        return NativeCall.of(() -> (boolean) isHybrid.invokeExact(model));
    }

    boolean isDiffusion(MemorySegment model) {
        return NativeCall.of(() -> (boolean) isDiffusion.invokeExact(model));
    }

    MemorySegment adapterInit(MemorySegment model, MemorySegment path) {
        return NativeCall.of(() -> (MemorySegment) adapterInit.invokeExact(model, path));
    }

    MemorySegment getVocab(MemorySegment model) {
        return NativeCall.of(() -> (MemorySegment) getVocab.invokeExact(model));
    }

    int nTokens(MemorySegment vocab) {
        return NativeCall.of(() -> (int) nTokens.invokeExact(vocab));
    }

    int bos(MemorySegment vocab) {
        return NativeCall.of(() -> (int) bos.invokeExact(vocab));
    }

    boolean getAddBos(MemorySegment vocab) {
        return NativeCall.of(() -> (boolean) getAddBos.invokeExact(vocab));
    }

    boolean isEog(MemorySegment vocab, int token) {
        return NativeCall.of(() -> (boolean) isEog.invokeExact(vocab, token));
    }

    boolean isControl(MemorySegment vocab, int token) {
        return NativeCall.of(() -> (boolean) isControl.invokeExact(vocab, token));
    }

    /// Writes the tokens of a text.
    ///
    /// @param text UTF-8 without an end mark
    /// @param tokens room for 32-bit numbers
    /// @return how many were written; if negative, how many there would be
    int tokenize(
            MemorySegment vocab, MemorySegment text, MemorySegment tokens, boolean parseSpecial) {
        var textBytes = (int) text.byteSize();
        var room = (int) (tokens.byteSize() / Integer.BYTES);
        return NativeCall.of(() ->
                (int)
                        tokenize.invokeExact(
                                vocab, text, textBytes, tokens, room, false, parseSpecial));
    }

    /// Writes what a token stands for.
    ///
    /// @return how many bytes were written; if negative, how many there would be
    int tokenToPiece(MemorySegment vocab, int token, MemorySegment buffer, boolean special) {
        var room = (int) buffer.byteSize();
        return NativeCall.of(
                () -> (int) tokenToPiece.invokeExact(vocab, token, buffer, room, 0, special));
    }

    /// Writes a conversation in the form a template means.
    ///
    /// @param messages array of `llama_chat_message`
    /// @return the length of the text in bytes, which is cut if the buffer is smaller
    int chatApplyTemplate(
            MemorySegment template, MemorySegment messages, long count, MemorySegment buffer) {
        var room = (int) buffer.byteSize();
        return NativeCall.of(() ->
                (int) chatApplyTemplate.invokeExact(template, messages, count, true, buffer, room));
    }
}
