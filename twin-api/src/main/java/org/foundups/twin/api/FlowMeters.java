package org.foundups.twin.api;

import io.micrometer.core.instrument.MeterRegistry;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.Verdict;

/// Counts and times considerations. Names of what concerns the model follow OpenTelemetry's
/// conventions for generative AI; tags come from closed sets only.
///
/// @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/">OpenTelemetry:
///   generative AI metrics</a>
record FlowMeters(MeterRegistry meters) {
    private static final String OPERATION = "gen_ai.operation.name";

    void count(Consideration consideration) {
        var decision = consideration.decision();
        meters.timer("twin.consideration", "action", decision.action().id())
                .record(consideration.timings().total());
        consideration
                .timings()
                .stages()
                .forEach((stage, took) ->
                        meters.timer("twin.stage", "stage", stage.id()).record(took));
        meters.counter(
                        "twin.decisions",
                        "action",
                        decision.action().id(),
                        "code",
                        decision.reasons().getFirst().code())
                .increment();
        if (decision.grounds() instanceof Verdict verdict) model(verdict);
    }

    private void model(Verdict verdict) {
        var draft = verdict.draft();
        meters.timer("gen_ai.server.time_to_first_token", OPERATION, "chat")
                .record(draft.firstToken());
        tokens("input", draft.generator().promptTokens());
        tokens("output", draft.generator().completionTokens());
        meters.summary("twin.draft.cached_tokens").record(draft.generator().cachedTokens());
    }

    private void tokens(String type, int number) {
        meters.summary("gen_ai.client.token.usage", OPERATION, "chat", "gen_ai.token.type", type)
                .record(number);
    }
}
