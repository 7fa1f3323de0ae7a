package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// A loaded model: weights, vocabulary and what its file says about it. Immutable, and loaded until
/// the process ends.
///
/// @param pointer for native code
/// @param adapter a loaded LoRA adapter for it; null if none is wanted
/// @param template null if it comes with none, or with one we do not know
/// @param description such as `qwen2 1.5B Q4_K - Medium`
/// @param weightBytes of all tensors together
/// @param trainedContext the longest text in tokens it was trained on
/// @param rewindable whether its memory can give up the end of a sequence and keep the rest
record LlamaModel(
        MemorySegment pointer,
        @Nullable Adapter adapter,
        Vocabulary vocabulary,
        @Nullable ChatTemplate template,
        String description,
        long weightBytes,
        int trainedContext,
        boolean rewindable) {
    private static final int MEMORY_MAPPED = 1;

    /// @param scale 1 for the strength it was trained with
    record Adapter(MemorySegment pointer, float scale) {}

    /// @param wantedAdapter null for none
    /// @param progress told the loaded part, 0..1, on this thread
    /// @throws EngineFailure of code MODEL if the file does not hold a model that writes text
    static LlamaModel load(
            LlamaLibrary library,
            NativeLog log,
            Path file,
            @Nullable AdapterOption wantedAdapter,
            DoubleConsumer progress) {
        var functions = new ModelFunctions(library);
        var pointer = load(library, functions, log, file, progress);
        if (!functions.hasDecoder(pointer)
                || functions.hasEncoder(pointer)
                || functions.isDiffusion(pointer)) {
            throw EngineFailure.model(
                    "The model "
                            + file
                            + " does not write text from left to right. Choose a"
                            + " language model for chat.");
        }
        var adapter =
                wantedAdapter == null ? null : adapter(functions, log, pointer, wantedAdapter);
        var vocabulary = new Vocabulary(functions, functions.getVocab(pointer));
        return new LlamaModel(
                pointer,
                adapter,
                vocabulary,
                template(functions, pointer, vocabulary).orElse(null),
                description(functions, pointer),
                functions.size(pointer),
                functions.nCtxTrain(pointer),
                !functions.isRecurrent(pointer) && !functions.isHybrid(pointer));
    }

    private static MemorySegment load(
            LlamaLibrary library,
            ModelFunctions functions,
            NativeLog log,
            Path file,
            DoubleConsumer progress) {
        try (var arena = Arena.ofConfined()) {
            var params = functions.defaultParams(arena);
            params.set(JAVA_INT, Layouts.offset(Layouts.MODEL_PARAMS, "load_mode"), MEMORY_MAPPED);
            params.set(
                    ADDRESS,
                    Layouts.offset(Layouts.MODEL_PARAMS, "progress_callback"),
                    progressCallback(library, progress));
            var pointer = functions.loadFromFile(arena.allocateFrom(file.toString()), params);
            if (NativeCall.isNull(pointer)) {
                throw EngineFailure.model(
                        "The model "
                                + file
                                + " cannot be loaded; it may be cut off or of a kind"
                                + " this engine does not know"
                                + because(log)
                                + " Fetch it anew, or choose another.");
            }
            return pointer;
        }
    }

    private static String because(NativeLog log) {
        var error = log.takeError();
        return error.isEmpty() ? "." : " (" + error + ").";
    }

    private static MemorySegment progressCallback(LlamaLibrary library, DoubleConsumer progress) {
        try {
            var target =
                    MethodHandles.lookup()
                            .findStatic(
                                    LlamaModel.class,
                                    "loaded",
                                    MethodType.methodType(
                                            boolean.class,
                                            DoubleConsumer.class,
                                            float.class,
                                            MemorySegment.class))
                            .bindTo(progress);
            return library.callback(
                    target, FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_FLOAT, ADDRESS));
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /// Called by native code: an exception here would end the process.
    @SuppressWarnings("UnusedMethod") // called through a function pointer
    private static boolean loaded(DoubleConsumer progress, float part, MemorySegment unused) {
        try {
            progress.accept(part);
        } catch (Throwable untold) {
            // Whoever wanted to know does not; loading goes on.
        }
        return true;
    }

    private static Adapter adapter(
            ModelFunctions functions, NativeLog log, MemorySegment model, AdapterOption wanted) {
        try (var arena = Arena.ofConfined()) {
            var path = arena.allocateFrom(wanted.file().toString());
            var pointer = functions.adapterInit(model, path);
            if (NativeCall.isNull(pointer)) {
                throw EngineFailure.model(
                        "The adapter "
                                + wanted.file()
                                + " does not fit this model"
                                + because(log)
                                + " Use the model it was trained on.");
            }
            return new Adapter(pointer, wanted.scale());
        }
    }

    private static Optional<ChatTemplate> template(
            ModelFunctions functions, MemorySegment model, Vocabulary vocabulary) {
        return ChatTemplate.of(NativeCall.string(functions.chatTemplate(model)))
                .filter(template -> template.fits(vocabulary));
    }

    private static String description(ModelFunctions functions, MemorySegment model) {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(128);
            functions.desc(model, buffer);
            return buffer.getString(0);
        }
    }
}
