package org.foundups.twin.llama;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Chooses the tokens of one reply. Holds native memory until closed; belongs to one thread.
final class Sampler implements AutoCloseable {
    /// No token of the vocabulary fits the grammar.
    static final int DEAD_END = -1;

    private final SamplerFunctions functions;
    private final Vocabulary vocabulary;
    private final Candidates candidates;
    private final MemorySegment chain;
    private final MemorySegment grammar;

    private Sampler(
            SamplerFunctions functions,
            Vocabulary vocabulary,
            Candidates candidates,
            MemorySegment chain,
            MemorySegment grammar) {
        this.functions = functions;
        this.vocabulary = vocabulary;
        this.candidates = candidates;
        this.chain = chain;
        this.grammar = grammar;
    }

    /// Makes samplers for one model. They share a buffer, so all belong to the same thread.
    static final class Maker {
        private final SamplerFunctions functions;
        private final Vocabulary vocabulary;
        private final Candidates candidates;

        Maker(LlamaLibrary library, Vocabulary vocabulary) {
            this.functions = new SamplerFunctions(library);
            this.vocabulary = vocabulary;
            this.candidates = new Candidates(vocabulary.size());
        }

        /// @throws ApiError if the grammar cannot be read, or a biased token does not exist
        Sampler make(SamplingSettings settings, @Nullable Grammar wanted) {
            settings.logitBias().keySet().forEach(this::checkExists);
            var grammar = wanted == null ? MemorySegment.NULL : grammar(wanted);
            return new Sampler(functions, vocabulary, candidates, chain(settings), grammar);
        }

        private void checkExists(int token) {
            if (token >= 0 && token < vocabulary.size()) return;
            throw ApiError.invalid(
                    "logit_bias", "there is no token " + token + " in this model's vocabulary");
        }

        private MemorySegment grammar(Grammar wanted) {
            try (var arena = Arena.ofConfined()) {
                var rules = arena.allocateFrom(wanted.rules());
                var grammar =
                        functions.grammar(vocabulary.pointer(), rules, arena.allocateFrom("root"));
                if (!NativeCall.isNull(grammar)) return grammar;
            }
            throw ApiError.invalid(
                    wanted.field(),
                    "the grammar cannot be read: check its syntax, that there is a rule named root,"
                            + " that each name is defined, that no rule begins with itself, and"
                            + " that nothing is repeated more than 2,000 times");
        }

        /// In the order of llama.cpp: bias, penalties, top-k, top-p, min-p, temperature, choice.
        private MemorySegment chain(SamplingSettings settings) {
            try (var arena = Arena.ofConfined()) {
                var chain = functions.chain(arena);
                if (!settings.logitBias().isEmpty()) functions.chainAdd(chain, bias(settings));
                if (settings.penalises()) {
                    functions.chainAdd(chain, functions.penalties(vocabulary.size(), settings));
                }
                if (settings.temperature() == 0) {
                    functions.chainAdd(chain, functions.greedy());
                    return chain;
                }
                if (settings.topK() > 0) functions.chainAdd(chain, functions.topK(settings.topK()));
                if (settings.topP() < 1) {
                    functions.chainAdd(chain, functions.topP((float) settings.topP()));
                }
                if (settings.minP() > 0) {
                    functions.chainAdd(chain, functions.minP((float) settings.minP()));
                }
                functions.chainAdd(chain, functions.temperature((float) settings.temperature()));
                functions.chainAdd(chain, functions.dist(settings.nativeSeed()));
                return chain;
            }
        }

        private MemorySegment bias(SamplingSettings settings) {
            var biases = settings.logitBias();
            try (var arena = Arena.ofConfined()) {
                var array = arena.allocate(Layouts.LOGIT_BIAS, biases.size());
                var at = 0L;
                for (var bias : biases.entrySet()) {
                    array.set(JAVA_INT, at, bias.getKey());
                    array.set(JAVA_FLOAT, at + Integer.BYTES, bias.getValue().floatValue());
                    at += Layouts.LOGIT_BIAS.byteSize();
                }
                return functions.logitBias(vocabulary.size(), biases.size(), array);
            }
        }
    }

    /// Chooses the next token.
    ///
    /// @param index of a token of the last batch
    /// @return the token that follows it, or `DEAD_END`
    int sample(LlamaContext context, int index) {
        if (NativeCall.isNull(grammar)) return functions.sample(chain, context.pointer(), index);
        var token = sampleByGrammar(context, index);
        if (token != DEAD_END && !vocabulary.isEnd(token)) {
            functions.accept(chain, token);
            functions.accept(grammar, token);
        }
        return token;
    }

    /// Asking the grammar about one token is cheap, about all of them slow; most of the time the
    /// model's own choice fits.
    private int sampleByGrammar(LlamaContext context, int index) {
        var logits = context.logits(index);
        candidates.fill(logits);
        functions.apply(chain, candidates.array());
        var free = candidates.selected();
        if (free != DEAD_END) {
            candidates.fillWith(free);
            functions.apply(grammar, candidates.array());
            if (candidates.isPossible()) return free;
        }
        candidates.fill(logits);
        functions.apply(grammar, candidates.array());
        functions.apply(chain, candidates.array());
        return candidates.selected();
    }

    @Override
    public void close() {
        functions.free(chain);
        if (!NativeCall.isNull(grammar)) functions.free(grammar);
    }
}
