package org.foundups.twin.drafter;

import java.util.Locale;

/// One turn of the conversation a model continues.
record ChatMessage(Role role, String content) {
    enum Role {
        SYSTEM,
        USER,
        ASSISTANT;

        /// The name on the wire, in lower case.
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ChatMessage system(String content) {
        return new ChatMessage(Role.SYSTEM, content);
    }

    static ChatMessage user(String content) {
        return new ChatMessage(Role.USER, content);
    }

    static ChatMessage assistant(String content) {
        return new ChatMessage(Role.ASSISTANT, content);
    }
}
