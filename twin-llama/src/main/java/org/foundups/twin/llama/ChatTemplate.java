package org.foundups.twin.llama;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foundups.twin.llama.ChatMessage.Role;

/// How a conversation is written for a model: the form its makers trained it on. A template in a
/// model file is a program; these few are written out instead, and a model with another one does
/// not chat. Unlike some originals none of them adds a system message of its own.
enum ChatTemplate {
    /// Qwen 2 and 2.5, SmolLM2 and many others.
    CHATML("<|im_start|>") {
        @Override
        Set<String> marks() {
            return Set.of("<|im_start|>", "<|im_end|>");
        }

        @Override
        Rendered render(List<ChatMessage> messages) {
            var writer = new Writer();
            for (var message : messages) {
                writer.mark("<|im_start|>")
                        .text(message.role().id() + "\n" + message.content())
                        .mark("<|im_end|>")
                        .text("\n")
                        .ended(message);
            }
            return writer.mark("<|im_start|>").text("assistant\n").rendered();
        }
    },

    /// Gemma 1 to 3. It has no system message: that goes in front of the first question.
    GEMMA("<start_of_turn>") {
        @Override
        Set<String> marks() {
            return Set.of("<start_of_turn>", "<end_of_turn>");
        }

        @Override
        Rendered render(List<ChatMessage> messages) {
            var writer = new Writer();
            var system = new StringBuilder();
            for (var message : messages) {
                if (message.role() == Role.SYSTEM) {
                    system.append(trim(message.content()));
                    continue;
                }
                var user = message.role() == Role.USER;
                var before = user && !system.isEmpty() ? system + "\n\n" : "";
                if (user) system.setLength(0);
                writer.mark("<start_of_turn>")
                        .text((user ? "user" : "model") + "\n" + before + trim(message.content()))
                        .mark("<end_of_turn>")
                        .text("\n");
            }
            return writer.mark("<start_of_turn>").text("model\n").rendered();
        }
    },

    /// Llama 3 to 3.3.
    LLAMA3("<|start_header_id|>") {
        @Override
        Set<String> marks() {
            return Set.of("<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>");
        }

        @Override
        Rendered render(List<ChatMessage> messages) {
            var writer = new Writer();
            for (var message : messages) {
                header(writer, message.role().id())
                        .text("\n\n" + trim(message.content()))
                        .mark("<|eot_id|>")
                        .ended(message);
            }
            return header(writer, "assistant").text("\n\n").rendered();
        }

        private static Writer header(Writer writer, String role) {
            return writer.mark("<|start_header_id|>").text(role).mark("<|end_header_id|>");
        }
    };

    private final String sign;

    /// @param sign what a template of this kind contains
    ChatTemplate(String sign) {
        this.sign = sign;
    }

    /// A stretch of the prompt.
    ///
    /// @param mark whether it is one of the template's own marks, and not text
    record Segment(String text, boolean mark) {}

    /// A conversation ready for the tokeniser.
    ///
    /// @param systemSegments how many of the first segments are the system message and nothing else
    record Rendered(List<Segment> segments, int systemSegments) {
        Rendered {
            segments = List.copyOf(segments);
        }

        String text() {
            return segments.stream().map(Segment::text).collect(Collectors.joining());
        }
    }

    /// What is no text of anybody's, but structure.
    abstract Set<String> marks();

    /// The conversation, and the beginning of the model's turn.
    abstract Rendered render(List<ChatMessage> messages);

    /// Which template a model file means, if we know it.
    ///
    /// @param source the value of `tokenizer.chat_template`; empty if there is none
    static Optional<ChatTemplate> of(String source) {
        for (var template : values()) {
            if (source.contains(template.sign)) return Optional.of(template);
        }
        return Optional.empty();
    }

    /// Whether the vocabulary has a token for each mark.
    boolean fits(Vocabulary vocabulary) {
        return marks().stream().allMatch(mark -> vocabulary.marked(mark).length == 1);
    }

    /// The tokens of the marks.
    Set<Integer> markTokens(Vocabulary vocabulary) {
        return marks().stream()
                .map(mark -> vocabulary.marked(mark)[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Without the white space of C at both ends, as the original does it; `strip` takes more away.
    private static String trim(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isSpace(text.charAt(from))) from++;
        while (from < to && isSpace(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private static final class Writer {
        private final List<Segment> segments = new ArrayList<>();
        private int systemSegments;
        private int endedSegments;

        Writer mark(String text) {
            segments.add(new Segment(text, true));
            return this;
        }

        Writer text(String text) {
            segments.add(new Segment(text, false));
            return this;
        }

        void ended(ChatMessage message) {
            var onlySystemBefore = systemSegments == endedSegments;
            endedSegments = segments.size();
            if (message.role() == Role.SYSTEM && onlySystemBefore) systemSegments = endedSegments;
        }

        Rendered rendered() {
            return new Rendered(segments, systemSegments);
        }
    }
}
