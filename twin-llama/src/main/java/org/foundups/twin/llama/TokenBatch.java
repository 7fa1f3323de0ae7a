package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// The tokens of one evaluation, of several sequences at once, in native memory that is used again
/// and again. Belongs to one thread.
final class TokenBatch {
    private static final long COUNT = Layouts.offset(Layouts.BATCH, "n_tokens");

    private final int capacity;
    private final MemorySegment struct;
    private final MemorySegment tokens;
    private final MemorySegment positions;
    private final MemorySegment sequences;
    private final MemorySegment logits;
    private int size;

    TokenBatch(int capacity) {
        this.capacity = capacity;
        var arena = Arena.global();
        struct = arena.allocate(Layouts.BATCH);
        tokens = arena.allocate(JAVA_INT, capacity);
        positions = arena.allocate(JAVA_INT, capacity);
        sequences = arena.allocate(JAVA_INT, capacity);
        logits = arena.allocate(JAVA_BYTE, capacity);
        var sequenceCounts = arena.allocate(JAVA_INT, capacity);
        var sequencePointers = arena.allocate(ADDRESS, capacity);
        for (var i = 0; i < capacity; i++) {
            sequenceCounts.setAtIndex(JAVA_INT, i, 1);
            var cell = sequences.asSlice((long) i * Integer.BYTES, Integer.BYTES);
            sequencePointers.setAtIndex(ADDRESS, i, cell);
        }
        point("token", tokens);
        point("embd", MemorySegment.NULL);
        point("pos", positions);
        point("n_seq_id", sequenceCounts);
        point("seq_id", sequencePointers);
        point("logits", logits);
    }

    private void point(String field, MemorySegment target) {
        struct.set(ADDRESS, Layouts.offset(Layouts.BATCH, field), target);
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /// How many more tokens fit.
    int room() {
        return capacity - size;
    }

    /// Adds a token.
    ///
    /// @param position in its sequence, from 0
    /// @param wantsLogits whether the next token is to be sampled after this one
    /// @return where in the batch it stands
    int add(int token, int position, int sequence, boolean wantsLogits) {
        tokens.setAtIndex(JAVA_INT, size, token);
        positions.setAtIndex(JAVA_INT, size, position);
        sequences.setAtIndex(JAVA_INT, size, sequence);
        logits.set(JAVA_BYTE, size, (byte) (wantsLogits ? 1 : 0));
        return size++;
    }

    /// For native code: a `llama_batch`.
    MemorySegment struct() {
        struct.set(JAVA_INT, COUNT, size);
        return struct;
    }
}
