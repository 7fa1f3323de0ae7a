package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The tokens a model knows. Immutable; any number of threads may use it.
final class Vocabulary {
    private static final int LONGEST_PIECE = 256;
    private static final int ROUNDS = 8;

    private final ModelFunctions functions;
    private final MemorySegment pointer;
    private final int size;

    Vocabulary(ModelFunctions functions, MemorySegment pointer) {
        this.functions = functions;
        this.pointer = pointer;
        this.size = functions.nTokens(pointer);
    }

    MemorySegment pointer() {
        return pointer;
    }

    /// How many tokens there are; they are numbered from 0.
    int size() {
        return size;
    }

    /// The token every text begins with; empty if the model wants none.
    int[] beginning() {
        return functions.getAddBos(pointer) ? new int[] {functions.bos(pointer)} : new int[0];
    }

    /// Whether a token ends the text or the turn.
    boolean isEnd(int token) {
        return functions.isEog(pointer, token);
    }

    /// Tokens of text that we wrote, in which marks such as `<|im_end|>` count as marks.
    int[] marked(String text) {
        return tokenize(text, true);
    }

    /// Tokens of text from anywhere. What looks like a mark in it stays text: no token that ends a
    /// turn, controls the model, or is listed, comes out, whatever goes in. Most marks are kept out
    /// by the library; a model file can list some of them as ordinary words, and those are cut in
    /// two here.
    ///
    /// @param marks further tokens that must not come out
    int[] plain(String text, Set<Integer> marks) {
        var pieces = List.of(text);
        for (var round = 0; round < ROUNDS; round++) {
            var tokens = pieces.stream().flatMapToInt(piece -> stream(tokenize(piece, false)));
            var all = tokens.toArray();
            var forbidden =
                    Arrays.stream(all)
                            .filter(token -> isForbidden(token, marks))
                            .mapToObj(this::name)
                            .collect(Collectors.toSet());
            if (forbidden.isEmpty()) return all;
            pieces = MarkCutter.cut(pieces, forbidden);
        }
        throw ApiError.invalid("messages", "the text cannot be told from marks of the model");
    }

    private static IntStream stream(int[] tokens) {
        return Arrays.stream(tokens);
    }

    private boolean isForbidden(int token, Set<Integer> marks) {
        return marks.contains(token)
                || functions.isControl(pointer, token)
                || functions.isEog(pointer, token);
    }

    private int[] tokenize(String text, boolean marks) {
        if (text.isEmpty()) return new int[0];
        try (var arena = Arena.ofConfined()) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var in = arena.allocateFrom(JAVA_BYTE, bytes);
            var out = arena.allocate(JAVA_INT, bytes.length + 2L);
            var count = functions.tokenize(pointer, in, out, marks);
            if (count < 0) {
                out = arena.allocate(JAVA_INT, -(long) count);
                count = functions.tokenize(pointer, in, out, marks);
            }
            return out.asSlice(0, (long) count * Integer.BYTES).toArray(JAVA_INT);
        }
    }

    /// The bytes a token stands for, which may be a part of a character; none for a control token.
    byte[] piece(int token) {
        return piece(token, false);
    }

    /// How a token is written, control tokens included.
    String name(int token) {
        return new String(piece(token, true), StandardCharsets.UTF_8);
    }

    private byte[] piece(int token, boolean special) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(LONGEST_PIECE);
            var length = functions.tokenToPiece(pointer, token, out, special);
            if (length < 0) {
                out = arena.allocate(-(long) length);
                length = functions.tokenToPiece(pointer, token, out, special);
            }
            return out.asSlice(0, length).toArray(JAVA_BYTE);
        }
    }
}
