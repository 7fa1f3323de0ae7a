package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// All tokens with their logits, as samplers take them: a `llama_token_data_array`. Only needed
/// where the sampling of one token takes more than one call. Belongs to one thread.
final class Candidates {
    private static final long LOGIT = Layouts.offset(Layouts.TOKEN_DATA, "logit");
    private static final long SIZE = Layouts.offset(Layouts.TOKEN_DATA_ARRAY, "size");
    private static final long SELECTED = Layouts.offset(Layouts.TOKEN_DATA_ARRAY, "selected");
    private static final long SORTED = Layouts.offset(Layouts.TOKEN_DATA_ARRAY, "sorted");
    private static final int INTS = 3;

    private final MemorySegment array;
    private final MemorySegment data;
    private final int[] cells;
    private final int[] logitBits;

    /// @param size of the vocabulary
    Candidates(int size) {
        array = Arena.global().allocate(Layouts.TOKEN_DATA_ARRAY);
        data = Arena.global().allocate(Layouts.TOKEN_DATA, size);
        cells = new int[INTS * size];
        logitBits = new int[size];
    }

    /// For native code.
    MemorySegment array() {
        return array;
    }

    /// Every token, with its logit.
    void fill(MemorySegment logits) {
        // Through arrays: a copy in bulk is many times faster than as many single accesses.
        MemorySegment.copy(logits, JAVA_INT, 0, logitBits, 0, logitBits.length);
        for (var token = 0; token < logitBits.length; token++) {
            cells[INTS * token] = token;
            cells[INTS * token + 1] = logitBits[token];
        }
        MemorySegment.copy(cells, 0, data, JAVA_INT, 0, cells.length);
        begin(logitBits.length);
    }

    /// One token alone, to ask whether a sampler lets it through.
    void fillWith(int token) {
        data.set(JAVA_INT, 0, token);
        data.set(JAVA_FLOAT, LOGIT, 1);
        begin(1);
    }

    private void begin(int size) {
        array.set(ADDRESS, 0, data);
        array.set(JAVA_LONG, SIZE, size);
        array.set(JAVA_LONG, SELECTED, -1);
        array.set(JAVA_BOOLEAN, SORTED, false);
    }

    /// Whether the only token is still possible.
    boolean isPossible() {
        return chosen(0).get(JAVA_FLOAT, LOGIT) > Float.NEGATIVE_INFINITY;
    }

    /// The token the samplers chose.
    ///
    /// @return -1 if no token was possible
    int selected() {
        var index = array.get(JAVA_LONG, SELECTED);
        if (index < 0 || index >= array.get(JAVA_LONG, SIZE)) return -1;
        var token = chosen(index);
        return token.get(JAVA_FLOAT, LOGIT) > Float.NEGATIVE_INFINITY ? token.get(JAVA_INT, 0) : -1;
    }

    private MemorySegment chosen(long index) {
        // Samplers may put another pointer there.
        var bytes = Layouts.TOKEN_DATA.byteSize();
        return NativeCall.sized(array.get(ADDRESS, 0), (index + 1) * bytes).asSlice(index * bytes);
    }
}
