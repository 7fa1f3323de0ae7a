package org.foundups.twin.drafter;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Draft;
import org.foundups.twin.core.Drafter;
import org.foundups.twin.core.Drafting;
import org.foundups.twin.core.Exchange;
import org.foundups.twin.core.Generator;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.TwinException.Code;
import org.foundups.twin.core.Undrafted;

/// Drafts with a language model. A model that is missing, slow, cut off or garbled yields
/// [Undrafted] with a sentence saying so; there is no other text in its place. Safe for use by
/// several threads.
public final class ModelDrafter implements Drafter {
    /// A reply is one line; what follows would be a second reply or a made-up viewer.
    private static final List<String> STOP = List.of("\n");

    private final EngineEndpoint endpoint;
    private final DraftingSettings settings;
    private final Supplier<UUID> ids;
    private final ChatClient client;

    private ModelDrafter(EngineEndpoint endpoint, DraftingSettings settings, Supplier<UUID> ids) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.ids = ids;
        this.client = new ChatClient(settings.limits());
    }

    /// A drafter that asks whatever the endpoint names at the moment of asking.
    ///
    /// @param ids where the ids of drafts come from, such as `UUID::randomUUID`
    public static ModelDrafter over(
            EngineEndpoint endpoint, DraftingSettings settings, Supplier<UUID> ids) {
        return new ModelDrafter(endpoint, settings, ids);
    }

    @Override
    public Drafting draft(Brief brief, Consumer<String> tokens) {
        return switch (endpoint.current()) {
            case EngineEndpoint.NotReady absent ->
                    new Undrafted(brief, absent.code(), absent.reason());
            case EngineEndpoint.Ready ready -> drafted(brief, ready, tokens);
        };
    }

    /// Has the server read the unchanging part of a persona's prompts, so that the first real
    /// request finds it warm. Waits until it is done.
    ///
    /// @return whether the server answered
    public boolean warm(Persona persona) {
        return switch (endpoint.current()) {
            case EngineEndpoint.NotReady _ -> false;
            case EngineEndpoint.Ready ready ->
                    client.complete(ready, warming(persona), _ -> {})
                            instanceof Completion.Answered;
        };
    }

    private Drafting drafted(Brief brief, EngineEndpoint.Ready ready, Consumer<String> tokens) {
        var prompt = PromptBuilder.prompt(brief);
        var request = request(brief, prompt);
        return switch (client.complete(ready, request, tokens)) {
            case Completion.Failed failed -> new Undrafted(brief, failed.code(), failed.reason());
            case Completion.Answered answered -> judged(brief, prompt, ready, answered);
        };
    }

    private Drafting judged(
            Brief brief, Prompt prompt, EngineEndpoint.Ready ready, Completion.Answered answered) {
        return switch (ReplyText.of(answered)) {
            case ReplyText.Usable usable ->
                    new Draft(
                            ids.get().toString(),
                            brief,
                            usable.text(),
                            prompt.shown(),
                            generator(prompt, ready, answered),
                            answered.firstToken());
            case ReplyText.Unusable unusable ->
                    new Undrafted(brief, Code.MODEL_UNAVAILABLE, unusable.reason());
        };
    }

    private static Generator generator(
            Prompt prompt, EngineEndpoint.Ready ready, Completion.Answered answered) {
        return new Generator(
                Generator.Kind.LLM,
                answered.model(),
                ready.modelSha256(),
                null,
                prompt.version(),
                answered.usage().prompt(),
                answered.usage().cached(),
                answered.usage().completion());
    }

    private ChatRequest request(Brief brief, Prompt prompt) {
        var incoming = brief.incoming();
        return new ChatRequest(
                prompt.messages(),
                settings.tokensFor(incoming.constraints().maxChars()),
                settings.temperature(),
                settings.topP(),
                Digests.seed(incoming.considerationId() + "/" + brief.attempt()),
                STOP);
    }

    private ChatRequest warming(Persona persona) {
        var messages = new java.util.ArrayList<>(PromptBuilder.fixed(persona));
        messages.add(ChatMessage.user(ChangingPart.example(new Exchange(List.of(), "hi", ""))));
        return new ChatRequest(messages, 1, 0, 1, 0, STOP);
    }
}
