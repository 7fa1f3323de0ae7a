package org.foundups.twin.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.foundups.twin.core.DraftConfidence;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Generator;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Verdict;
import org.jspecify.annotations.Nullable;

/// A draft as callers see it: the text after repairs, what it rests on, who wrote it, what the
/// rails said.
///
/// @param riskFlags messages of findings that are more than information
/// @param contentHash SHA-256 of the text in UTF-8
/// @param alternatives earlier attempts, first to last
record DraftView(
        String draftId,
        String text,
        double confidence,
        List<String> riskFlags,
        String contentHash,
        List<SnippetView> retrievedSnippets,
        GeneratorView generator,
        GuardrailView guardrail,
        List<AlternativeView> alternatives) {

    record SnippetView(
            String text,
            String sourceId,
            String sourceType,
            @Nullable String videoId,
            @Nullable Double timestamp,
            double score,
            @Nullable String url,
            String provenance,
            @Nullable String inReplyTo,
            @Nullable Instant createdAt) {
        static SnippetView of(Passage passage) {
            return new SnippetView(
                    passage.text(),
                    passage.sourceId(),
                    passage.sourceType(),
                    passage.videoId(),
                    passage.startSeconds(),
                    passage.score(),
                    passage.url(),
                    passage.provenance().id(),
                    passage.inReplyTo(),
                    passage.createdAt());
        }
    }

    record GeneratorView(
            String kind,
            String model,
            @Nullable String modelSha256,
            @Nullable String adapter,
            String promptVersion,
            int promptTokens,
            int cachedTokens,
            int completionTokens) {
        static GeneratorView of(Generator generator) {
            return new GeneratorView(
                    generator.kind().id(),
                    generator.model(),
                    generator.modelSha256(),
                    generator.adapter(),
                    generator.promptVersion(),
                    generator.promptTokens(),
                    generator.cachedTokens(),
                    generator.completionTokens());
        }
    }

    /// @param start code point index into the raw text; null if it concerns the whole
    record ViolationView(
            String rule,
            String severity,
            String message,
            @Nullable Integer start,
            @Nullable Integer end) {
        static ViolationView of(Finding finding, String raw) {
            var span = CodePoints.span(raw, finding.span());
            return new ViolationView(
                    finding.rule(),
                    finding.severity().id(),
                    finding.message(),
                    span == null ? null : span.start(),
                    span == null ? null : span.end());
        }
    }

    /// @param verdict cleared, revised, flagged or blocked
    record GuardrailView(String verdict, String rawText, List<ViolationView> violations) {}

    /// An attempt that did not stand.
    record AlternativeView(String draftId, String text, List<ViolationView> violations) {}

    static DraftView of(Verdict verdict) {
        var draft = verdict.draft();
        var text = verdict instanceof Verdict.Cleared cleared ? cleared.text() : draft.text();
        return new DraftView(
                draft.id(),
                text,
                Math.round(DraftConfidence.of(verdict) * 1000) / 1000.0,
                verdict.findings().stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .map(Finding::message)
                        .toList(),
                hash(text),
                draft.shown().stream().map(SnippetView::of).toList(),
                GeneratorView.of(draft.generator()),
                new GuardrailView(name(verdict), draft.text(), violations(verdict)),
                earlier(verdict));
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Cleared cleared -> cleared.revised() ? "revised" : "cleared";
            case Verdict.Repairable _ -> "flagged";
            case Verdict.Blocked _ -> "blocked";
        };
    }

    private static List<ViolationView> violations(Verdict verdict) {
        var raw = verdict.draft().text();
        return verdict.findings().stream().map(finding -> ViolationView.of(finding, raw)).toList();
    }

    private static List<AlternativeView> earlier(Verdict last) {
        var earlier = new ArrayList<AlternativeView>();
        for (var verdict = last.draft().brief().previous();
                verdict != null;
                verdict = verdict.draft().brief().previous()) {
            var draft = verdict.draft();
            earlier.addFirst(new AlternativeView(draft.id(), draft.text(), violations(verdict)));
        }
        return List.copyOf(earlier);
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
