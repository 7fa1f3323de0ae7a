package org.foundups.twin.llama;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.foundups.twin.llama.ChatTemplate.Segment;

/// What the model is to continue.
///
/// @param tokens at least one
/// @param prefixLength how many of them are the beginning that other requests share: the system
///   message; 0 if there is none
@SuppressWarnings(
        "ArrayRecordComponent") // never compared, and millions of boxed numbers are no help
record Prompt(int[] tokens, int prefixLength) {
    /// More bytes than this for each token of the context cannot fit, whatever they say: no
    /// vocabulary has such long tokens, and reading them would take minutes.
    private static final int LONGEST_TOKEN_BYTES = 128;

    int length() {
        return tokens.length;
    }

    /// @throws ApiError if the model has no template, or the text does not fit its context
    static Prompt of(PromptSource source, LlamaModel model, int contextTokens) {
        checkLength(source.text(), contextTokens);
        var prompt =
                switch (source) {
                    case PromptSource.Chat chat -> chat(chat, model);
                    case PromptSource.Plain plain -> plain(plain, model.vocabulary());
                };
        if (prompt.length() >= contextTokens) {
            throw ApiError.promptTooLong(prompt.length(), contextTokens);
        }
        return prompt;
    }

    private static void checkLength(String text, int contextTokens) {
        var least = text.length() / LONGEST_TOKEN_BYTES;
        if (least >= contextTokens) throw ApiError.promptTooLong(least, contextTokens);
    }

    private static Prompt plain(PromptSource.Plain plain, Vocabulary vocabulary) {
        var tokens =
                IntStream.concat(
                                Arrays.stream(vocabulary.beginning()),
                                Arrays.stream(vocabulary.plain(plain.prompt(), Set.of())))
                        .toArray();
        if (tokens.length == 0) throw ApiError.invalid("prompt", "there is nothing to continue");
        return new Prompt(tokens, 0);
    }

    private static Prompt chat(PromptSource.Chat chat, LlamaModel model) {
        var template = model.template();
        if (template == null) throw ApiError.noChatTemplate();
        var vocabulary = model.vocabulary();
        var marks = template.markTokens(vocabulary);
        var rendered = template.render(chat.messages());
        var tokens = IntStream.builder();
        Arrays.stream(vocabulary.beginning()).forEach(tokens);
        var prefixLength = 0;
        var count = vocabulary.beginning().length;
        for (var i = 0; i < rendered.segments().size(); i++) {
            var segment = tokens(rendered.segments().get(i), vocabulary, marks);
            Arrays.stream(segment).forEach(tokens);
            count += segment.length;
            if (i + 1 == rendered.systemSegments()) prefixLength = count;
        }
        return new Prompt(tokens.build().toArray(), prefixLength);
    }

    private static int[] tokens(Segment segment, Vocabulary vocabulary, Set<Integer> marks) {
        return segment.mark()
                ? vocabulary.marked(segment.text())
                : vocabulary.plain(segment.text(), marks);
    }
}
