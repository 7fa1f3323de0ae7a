package org.foundups.twin.trajectory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.DraftConfidence;
import org.foundups.twin.core.Features;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Grounds;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Interrupted;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Signals;
import org.foundups.twin.core.Span;
import org.foundups.twin.core.Undrafted;
import org.foundups.twin.core.Utterance;
import org.foundups.twin.core.Verdict;
import org.jspecify.annotations.Nullable;

/// The lines a consideration leaves. `drafts.jsonl` and `decisions.jsonl` keep the names of the
/// original's fields and add `v`, `id`, `parent_id`, `trace_id` and more; times are UTC.
final class ConsiderationLines {
    private ConsiderationLines() {}

    static Event consideration(Consideration consideration, UUID id) {
        var fields = head(consideration, id, null);
        fields.put("type", "considered");
        fields.put("target_ref", consideration.incoming().targetRef());
        fields.put("context", context(consideration.incoming()));
        fields.put("decision", consideration.decision().action().id());
        var timings = new LinkedHashMap<String, @Nullable Object>();
        consideration
                .timings()
                .stages()
                .forEach((stage, took) -> timings.put(stage.id(), took.toNanos() / 1e6));
        timings.put("total", consideration.timings().total().toNanos() / 1e6);
        fields.put("timings_ms", timings);
        return event(consideration, id, null, Kind.EVENTS, fields);
    }

    static Event draft(Consideration consideration, Verdict verdict, UUID parent) {
        var draft = verdict.draft();
        var id = named(consideration, "draft " + draft.brief().attempt());
        var fields = head(consideration, id, parent);
        fields.put("context", context(consideration.incoming()));
        fields.put(
                "draft_text",
                verdict instanceof Verdict.Cleared cleared ? cleared.text() : draft.text());
        // Nobody has said yes or no yet; the original filled this from the policy, which taught
        // nothing.
        fields.put("accepted", null);
        fields.put("confidence", DraftConfidence.of(verdict));
        fields.put("retrieved_snippets", draft.shown().stream().map(Passage::text).toList());
        fields.put("draft_id", draft.id());
        fields.put("attempt", draft.brief().attempt());
        fields.put("raw_text", draft.text());
        fields.put("verdict", verdictName(verdict));
        fields.put(
                "findings", verdict.findings().stream().map(ConsiderationLines::finding).toList());
        fields.put("sources", draft.shown().stream().map(ConsiderationLines::source).toList());
        fields.put("generator", generator(verdict));
        return event(consideration, id, parent, Kind.DRAFTS, fields);
    }

    static Event decision(Consideration consideration, UUID parent) {
        var decision = consideration.decision();
        var id = named(consideration, "decision");
        var fields = head(consideration, id, parent);
        fields.put("context", context(consideration.incoming()));
        fields.put("decision", decision.action().id());
        fields.put("rationale", decision.reason());
        fields.put("confidence", decision.confidence());
        fields.put("target_ref", consideration.incoming().targetRef());
        fields.put("suggested_text", decision.suggestedText());
        fields.put("reasons", decision.reasons().stream().map(ConsiderationLines::reason).toList());
        fields.put("signals", signals(decision.grounds()));
        fields.put("features", features(decision.grounds()));
        fields.put("policy_version", decision.policyVersion());
        fields.put("requires_approval", decision.requiresApproval());
        fields.put("cooldown_s", decision.cooldown().toSeconds());
        fields.put("cooldown_until", text(decision.cooldownUntil()));
        fields.put("expires_at", decision.expiresAt().toString());
        return event(consideration, id, parent, Kind.DECISIONS, fields);
    }

    /// An id that a repetition of the same write would give again.
    private static UUID named(Consideration consideration, String what) {
        var name = consideration.incoming().considerationId() + " " + what;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Event event(
            Consideration consideration,
            UUID id,
            @Nullable UUID parent,
            Kind kind,
            Map<String, @Nullable Object> fields) {
        var incoming = consideration.incoming();
        return new Event(
                id,
                parent,
                incoming.traceId(),
                kind,
                incoming.circumstances().now(),
                Lines.of(fields));
    }

    private static Map<String, @Nullable Object> head(
            Consideration consideration, UUID id, @Nullable UUID parent) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("v", Event.VERSION);
        fields.put("id", id.toString());
        fields.put("parent_id", parent == null ? null : parent.toString());
        fields.put("trace_id", consideration.incoming().traceId());
        fields.put("timestamp", consideration.incoming().circumstances().now().toString());
        return fields;
    }

    private static Map<String, @Nullable Object> context(Incoming incoming) {
        var target = incoming.target();
        var context = new LinkedHashMap<String, @Nullable Object>();
        context.put("platform", target.account().platform().id());
        context.put("account_id", target.account().id());
        context.put("persona", incoming.persona().id());
        context.put("kind", target.kind().id());
        context.put("target_id", target.id());
        context.put("parent_id", target.parentId());
        context.put("container_id", target.containerId());
        context.put("container_title", target.containerTitle());
        context.put("author_id", target.author().id());
        context.put("author", target.author().name());
        context.put("text", target.text());
        context.put("thread", target.thread().stream().map(ConsiderationLines::utterance).toList());
        return context;
    }

    private static Map<String, @Nullable Object> utterance(Utterance utterance) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("author", utterance.author().name());
        fields.put("text", utterance.text());
        return fields;
    }

    private static Map<String, @Nullable Object> reason(Reason reason) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("code", reason.code());
        fields.put("text", reason.text());
        fields.put("weight", reason.weight());
        fields.put("evidence", span(reason.evidence()));
        return fields;
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("rule", finding.rule());
        fields.put("severity", finding.severity().id());
        fields.put("message", finding.message());
        fields.put("span", span(finding.span()));
        return fields;
    }

    private static Map<String, @Nullable Object> source(Passage passage) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("document_id", passage.documentId());
        fields.put("source_id", passage.sourceId());
        fields.put("source_type", passage.sourceType());
        fields.put("provenance", passage.provenance().id());
        fields.put("score", passage.score());
        return fields;
    }

    private static Map<String, @Nullable Object> generator(Verdict verdict) {
        var generator = verdict.draft().generator();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("kind", generator.kind().id());
        fields.put("model", generator.model());
        fields.put("model_sha256", generator.modelSha256());
        fields.put("adapter", generator.adapter());
        fields.put("prompt_version", generator.promptVersion());
        fields.put("prompt_tokens", generator.promptTokens());
        fields.put("cached_tokens", generator.cachedTokens());
        fields.put("completion_tokens", generator.completionTokens());
        return fields;
    }

    private static @Nullable List<Integer> span(@Nullable Span span) {
        return span == null ? null : List.of(span.start(), span.end());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static String verdictName(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Cleared cleared -> cleared.revised() ? "revised" : "cleared";
            case Verdict.Repairable _ -> "flagged";
            case Verdict.Blocked _ -> "blocked";
        };
    }

    private static @Nullable Map<String, @Nullable Object> signals(Grounds grounds) {
        var signals = measured(grounds);
        if (signals == null) return null;
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("spam", signals.spam());
        fields.put("abuse", signals.abuse());
        fields.put("injection", signals.injection());
        fields.put("question", signals.question());
        fields.put("addressed", signals.addressed());
        return fields;
    }

    private static @Nullable Signals measured(Grounds grounds) {
        return switch (grounds) {
            case Screened.Refused refused -> refused.signals();
            case Appraisal.Wordless wordless -> wordless.recollection().admitted().signals();
            case Undrafted undrafted ->
                    undrafted.brief().appraisal().recollection().admitted().signals();
            case Verdict verdict ->
                    verdict.draft().brief().appraisal().recollection().admitted().signals();
            case Interrupted _ -> null;
        };
    }

    private static @Nullable Map<String, @Nullable Object> features(Grounds grounds) {
        var features = computed(grounds);
        if (features == null) return null;
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("relevance", features.relevance());
        fields.put("memory", features.memory());
        fields.put("topic", features.topic());
        return fields;
    }

    private static @Nullable Features computed(Grounds grounds) {
        return switch (grounds) {
            case Appraisal.Wordless wordless -> wordless.features();
            case Undrafted undrafted -> undrafted.brief().appraisal().features();
            case Verdict verdict -> verdict.draft().brief().appraisal().features();
            case Screened.Refused _, Interrupted _ -> null;
        };
    }
}
