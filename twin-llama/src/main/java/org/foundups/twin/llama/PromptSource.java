package org.foundups.twin.llama;

import java.util.List;
import java.util.stream.Collectors;

/// What a request wants continued.
sealed interface PromptSource {
    /// A conversation.
    record Chat(List<ChatMessage> messages) implements PromptSource {
        public Chat {
            messages = List.copyOf(messages);
        }

        @Override
        public String text() {
            return messages.stream().map(ChatMessage::content).collect(Collectors.joining());
        }
    }

    /// Text as it is.
    record Plain(String prompt) implements PromptSource {
        @Override
        public String text() {
            return prompt;
        }
    }

    /// All that somebody outside wrote.
    String text();
}
