package org.foundups.twin.llama;

import java.util.Locale;

/// One message of a conversation.
record ChatMessage(Role role, String content) {
    enum Role {
        SYSTEM,
        USER,
        ASSISTANT;

        /// The name on the wire and in most templates.
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
