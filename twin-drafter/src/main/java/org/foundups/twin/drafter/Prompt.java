package org.foundups.twin.drafter;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Passage;

/// What a model is shown: first what never changes, then what does.
///
/// @param version name and hash of the unchanging part: equal versions, equal bytes
/// @param fixed system message and examples; the same for every request of a persona, so that the
///   server need not read it again
/// @param changing the one message that is different each time
/// @param shown the passages in it, best first
record Prompt(String version, List<ChatMessage> fixed, ChatMessage changing, List<Passage> shown) {
    Prompt {
        fixed = List.copyOf(fixed);
        shown = List.copyOf(shown);
    }

    List<ChatMessage> messages() {
        var messages = new ArrayList<>(fixed);
        messages.add(changing);
        return messages;
    }
}
