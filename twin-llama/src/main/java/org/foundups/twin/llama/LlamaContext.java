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

/// The working memory of a model: the sequences evaluated so far, and the evaluation of more. Lives
/// as long as the process. Belongs to one thread at a time.
final class LlamaContext {
    /// The most tokens evaluated in one go.
    static final int BATCH_TOKENS = 512;

    /// What became of a batch.
    enum Evaluation {
        DONE,
        /// Broken off on request; nothing of the batch is kept.
        ABORTED,
        /// The native code could not; nothing of the batch is to be relied on.
        FAILED
    }

    private final ContextFunctions functions;
    private final LlamaModel model;
    private final MemorySegment pointer;
    private final MemorySegment memory;
    private int threadsNow;

    private LlamaContext(ContextFunctions functions, LlamaModel model, MemorySegment pointer) {
        this.functions = functions;
        this.model = model;
        this.pointer = pointer;
        this.memory = functions.getMemory(pointer);
    }

    /// @throws EngineFailure of code MEMORY if there is no room for it, or of code MODEL if the
    ///   adapter cannot be put on
    static LlamaContext open(
            LlamaLibrary library, LlamaModel model, ContextSettings settings, Interruption stop) {
        var functions = new ContextFunctions(library);
        var pointer = open(library, functions, model, settings, stop);
        ThreadPool.attach(library, pointer, settings.threads());
        if (model.adapter() != null) put(functions, pointer, model.adapter());
        var context = new LlamaContext(functions, model, pointer);
        context.warmUp();
        return context;
    }

    private static MemorySegment open(
            LlamaLibrary library,
            ContextFunctions functions,
            LlamaModel model,
            ContextSettings settings,
            Interruption stop) {
        try (var arena = Arena.ofConfined()) {
            var params = functions.defaultParams(arena);
            set(params, "n_ctx", settings.totalTokens());
            set(params, "n_batch", BATCH_TOKENS);
            set(params, "n_ubatch", BATCH_TOKENS);
            set(params, "n_seq_max", settings.sequences());
            // One row of logits a sequence; by default there is room for one a token, 300 MB.
            set(params, "n_outputs_max", settings.sequences());
            set(params, "n_threads", settings.threads());
            set(params, "n_threads_batch", settings.threads());
            // All sequences in one buffer: a shared beginning then costs no copy and no room.
            params.set(JAVA_BOOLEAN, offset("kv_unified"), true);
            params.set(ADDRESS, offset("abort_callback"), abortCallback(library, stop));
            var pointer = functions.initFromModel(model.pointer(), params);
            if (NativeCall.isNull(pointer)) {
                throw EngineFailure.memory(
                        "There is not enough memory for "
                                + settings.slots()
                                + " prompts of "
                                + settings.slotTokens()
                                + " tokens. Try a smaller --context, or --slots 1.");
            }
            return pointer;
        }
    }

    private static void set(MemorySegment params, String field, int value) {
        params.set(JAVA_INT, offset(field), value);
    }

    private static long offset(String field) {
        return Layouts.offset(Layouts.CONTEXT_PARAMS, field);
    }

    private static MemorySegment abortCallback(LlamaLibrary library, Interruption stop) {
        try {
            var target =
                    MethodHandles.lookup()
                            .bind(
                                    stop,
                                    "asked",
                                    MethodType.methodType(boolean.class, MemorySegment.class));
            return library.callback(target, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static void put(
            ContextFunctions functions, MemorySegment pointer, LlamaModel.Adapter adapter) {
        try (var arena = Arena.ofConfined()) {
            var adapters = arena.allocate(ADDRESS);
            adapters.set(ADDRESS, 0, adapter.pointer());
            var scales = arena.allocateFrom(JAVA_FLOAT, adapter.scale());
            if (functions.setAdaptersLora(pointer, adapters, scales) != 0) {
                throw EngineFailure.model("The adapter cannot be put on this model.");
            }
        }
    }

    /// Reads every weight once, so that the first request does not wait for the disk.
    private void warmUp() {
        var batch = new TokenBatch(1);
        batch.add(0, 0, 0, true);
        if (evaluate(batch) != Evaluation.DONE) {
            throw EngineFailure.model("The model was loaded, but cannot evaluate a single token.");
        }
        functions.memoryClear(memory);
    }

    /// From now on evaluates on so many threads, at most as many as it was opened with.
    void compute(int threads) {
        if (threads == threadsNow) return;
        functions.setNThreads(pointer, threads);
        threadsNow = threads;
    }

    MemorySegment pointer() {
        return pointer;
    }

    Evaluation evaluate(TokenBatch batch) {
        return switch (functions.decode(pointer, batch.struct())) {
            case 0 -> Evaluation.DONE;
            case 2 -> Evaluation.ABORTED;
            default -> Evaluation.FAILED;
        };
    }

    /// The logits after a token of the last batch, one for each token of the vocabulary; valid
    /// until the next evaluation.
    ///
    /// @param index in the batch; the token was added with the wish for logits
    MemorySegment logits(int index) {
        var bytes = (long) model.vocabulary().size() * Float.BYTES;
        return NativeCall.sized(functions.getLogitsIth(pointer, index), bytes);
    }

    /// Forgets a sequence from a position on.
    ///
    /// @return false if this memory could only forget all of it, which it then did
    boolean forget(int sequence, int from) {
        if (functions.memorySeqRm(memory, sequence, from, -1)) return true;
        functions.memorySeqRm(memory, sequence, -1, -1);
        return false;
    }

    /// Makes a sequence begin with what another begins with; nothing is computed or copied but
    /// marks. What it held before is forgotten.
    void share(int source, int target, int length) {
        functions.memorySeqRm(memory, target, -1, -1);
        functions.memorySeqCp(memory, source, target, length);
    }
}
