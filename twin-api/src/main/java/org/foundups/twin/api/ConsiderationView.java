package org.foundups.twin.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.Decision;
import org.foundups.twin.core.Features;
import org.foundups.twin.core.Grounds;
import org.foundups.twin.core.Interrupted;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Signals;
import org.foundups.twin.core.Undrafted;
import org.foundups.twin.core.Verdict;
import org.jspecify.annotations.Nullable;

/// A consideration as callers see it; section 2 of the contract.
///
/// @param draft null when no draft was made
/// @param abstained why no words are offered; null if they are, or if none were wanted
record ConsiderationView(
        String considerationId,
        String traceId,
        String targetRef,
        String identityQuality,
        boolean firstSeen,
        DecisionView decision,
        @Nullable DraftView draft,
        @Nullable Abstained abstained,
        Map<String, Double> timingsMs) {

    /// @param code a refusal or failure code
    record Abstained(String code, String reason) {}

    /// @param start code point index into the target's text, inclusive
    /// @param end exclusive
    record SpanView(int start, int end) {}

    record ReasonView(String code, String text, double weight, @Nullable SpanView evidence) {
        static ReasonView of(Reason reason, String text) {
            return new ReasonView(
                    reason.code(),
                    reason.text(),
                    reason.weight(),
                    CodePoints.span(text, reason.evidence()));
        }
    }

    record SignalsView(
            double spam, double abuse, double injection, double question, double addressed) {}

    record DecisionView(
            String action,
            boolean shouldComment,
            double confidence,
            String reason,
            List<ReasonView> reasons,
            @Nullable String suggestedText,
            double relevance,
            double toxicity,
            long cooldownS,
            @Nullable Instant cooldownUntil,
            SignalsView signals,
            boolean requiresApproval,
            String policyVersion,
            Instant expiresAt) {
        static DecisionView of(Decision decision) {
            var signals = measured(decision.grounds());
            var text = decision.incoming().target().text();
            return new DecisionView(
                    decision.action().id(),
                    decision.suggestedText() != null,
                    rounded(decision.confidence()),
                    decision.reason(),
                    decision.reasons().stream().map(reason -> ReasonView.of(reason, text)).toList(),
                    decision.suggestedText(),
                    rounded(computed(decision.grounds()).relevance()),
                    rounded(signals.abuse()),
                    decision.cooldown().toSeconds(),
                    decision.cooldownUntil(),
                    new SignalsView(
                            rounded(signals.spam()),
                            rounded(signals.abuse()),
                            rounded(signals.injection()),
                            rounded(signals.question()),
                            rounded(signals.addressed())),
                    decision.requiresApproval(),
                    decision.policyVersion(),
                    decision.expiresAt());
        }
    }

    static ConsiderationView of(Consideration consideration) {
        var incoming = consideration.incoming();
        var decision = consideration.decision();
        return new ConsiderationView(
                incoming.considerationId(),
                incoming.traceId(),
                incoming.targetRef(),
                incoming.identity().id(),
                incoming.firstSeen(),
                DecisionView.of(decision),
                decision.grounds() instanceof Verdict verdict ? DraftView.of(verdict) : null,
                abstained(decision),
                timings(consideration));
    }

    private static @Nullable Abstained abstained(Decision decision) {
        return switch (decision.grounds()) {
            case Screened.Refused refused ->
                    new Abstained(refused.refusal().code().name(), refused.refusal().sentence());
            case Undrafted undrafted -> new Abstained(undrafted.code().name(), undrafted.reason());
            case Interrupted interrupted ->
                    new Abstained(interrupted.code().name(), interrupted.reason());
            case Verdict.Repairable _ -> new Abstained("FLAGGED", decision.reason());
            case Verdict.Blocked _ -> new Abstained("BLOCKED", decision.reason());
            case Verdict.Cleared _ -> null;
            case Appraisal.Wordless wordless ->
                    new Abstained(wordless.reasons().getFirst().code(), decision.reason());
        };
    }

    private static Signals measured(Grounds grounds) {
        return switch (grounds) {
            case Screened.Refused refused -> refused.signals();
            case Appraisal.Wordless wordless -> wordless.recollection().admitted().signals();
            case Undrafted undrafted ->
                    undrafted.brief().appraisal().recollection().admitted().signals();
            case Verdict verdict ->
                    verdict.draft().brief().appraisal().recollection().admitted().signals();
            case Interrupted _ -> Signals.NONE;
        };
    }

    private static Features computed(Grounds grounds) {
        return switch (grounds) {
            case Screened.Refused _ -> Features.NONE;
            case Appraisal.Wordless wordless -> wordless.features();
            case Undrafted undrafted -> undrafted.brief().appraisal().features();
            case Verdict verdict -> verdict.draft().brief().appraisal().features();
            case Interrupted _ -> Features.NONE;
        };
    }

    private static Map<String, Double> timings(Consideration consideration) {
        var timings = new LinkedHashMap<String, Double>();
        consideration
                .timings()
                .stages()
                .forEach((stage, took) -> timings.put(stage.id(), millis(took.toNanos())));
        if (consideration.decision().grounds() instanceof Verdict verdict) {
            timings.put("first_token", millis(verdict.draft().firstToken().toNanos()));
        }
        timings.put("total", millis(consideration.timings().total().toNanos()));
        return timings;
    }

    /// Probabilities to four digits: more would only look precise.
    private static double rounded(double probability) {
        return Math.round(probability * 10_000) / 10_000.0;
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
