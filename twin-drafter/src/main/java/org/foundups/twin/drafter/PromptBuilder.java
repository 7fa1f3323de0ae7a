package org.foundups.twin.drafter;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Persona;

/// Builds prompts, the unchanging part first: a server that keeps what it has read then evaluates
/// only the last message. Pure. Ids, accounts and keys never enter a prompt, so a model cannot name
/// them.
final class PromptBuilder {
    private static final String NAME = "reply-2";

    private PromptBuilder() {}

    static Prompt prompt(Brief brief) {
        var fixed = fixed(brief.incoming().persona());
        var changing = ChangingPart.of(brief);
        return new Prompt(
                NAME + "+" + Digests.shortSha256(fixed.toString()),
                fixed,
                ChatMessage.user(changing.text()),
                changing.shown());
    }

    /// The part that is the same for every target: who speaks, how, by what rules, with examples.
    static List<ChatMessage> fixed(Persona persona) {
        var messages = new ArrayList<ChatMessage>();
        messages.add(ChatMessage.system(FixedPart.system(persona)));
        persona.examples().stream()
                .limit(FixedPart.EXAMPLES)
                .forEach(example -> {
                    messages.add(ChatMessage.user(ChangingPart.example(example)));
                    messages.add(ChatMessage.assistant(FixedPart.line(example.reply())));
                });
        return messages;
    }
}
