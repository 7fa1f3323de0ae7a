package org.foundups.twin.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One consideration as a page: what the twin would do, in which words, why, what it rests on, and
/// what it cost. Parts that did not come are left out.
///
/// @param target the text that was considered, for quoting evidence; null if it is not known
/// @param zone in which times are told
record ConsiderationCard(Value answer, @Nullable String target, ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LABEL = 14;
    private static final int EVIDENCE = 60;
    private static final int BAR = 10;

    List<Line> lines(int columns) {
        var page = new Page(columns);
        headline(page);
        words(page);
        reasons(page);
        passages(page);
        guardrail(page);
        writer(page);
        new Timings(answer.at("timings_ms")).show(page);
        footer(page);
        return page.lines();
    }

    private void headline(Page page) {
        var action = answer.text("decision.action");
        var line =
                Line.of(
                        ink(action),
                        action.isEmpty() ? "NO DECISION" : action.toUpperCase(Locale.ROOT));
        var confidence = answer.number("decision.confidence");
        if (!Double.isNaN(confidence))
            line = line.with("  " + Amounts.percent(confidence) + " sure");
        if (answer.at("first_seen").isScalar() && !answer.isTrue("first_seen")) {
            line = line.with(Ink.FAINT, "  seen before");
        }
        page.line(line);
        var reason = answer.text("decision.reason");
        if (!reason.isEmpty()) page.text(0, Ink.PLAIN, reason);
    }

    private static Ink ink(String action) {
        return switch (action) {
            case "comment" -> Ink.GOOD_HEADLINE;
            case "like", "heart" -> Ink.ACCENT_HEADLINE;
            case "hold" -> Ink.WARNING_HEADLINE;
            default -> Ink.STRONG;
        };
    }

    private void words(Page page) {
        var suggested = answer.text("decision.suggested_text");
        var drafted = answer.text("draft.text");
        if (!suggested.isEmpty()) {
            page.blank().text(Line.of(Ink.GOOD, "  ┃ "), Ink.STRONG, suggested);
        } else if (!drafted.isEmpty()) {
            page.blank().text(Line.of(Ink.WARNING, "  ┃ "), Ink.PLAIN, drafted);
            page.text(2, Ink.FAINT, "A draft that is not offered.");
        }
        var abstained = answer.at("abstained");
        if (abstained.isPresent()
                && !abstained.text("reason").equals(answer.text("decision.reason"))) {
            var code =
                    Line.of("  ")
                            .with(Ink.WARNING, "no words  ")
                            .with(Ink.FAINT, abstained.text("code"));
            page.blank().beside(code, code.width() + 2, Ink.PLAIN, abstained.text("reason"));
        }
        var conditions = conditions();
        if (!conditions.isEmpty()) page.text(2, Ink.FAINT, String.join(" · ", conditions));
    }

    private List<String> conditions() {
        var conditions = new ArrayList<String>();
        if (answer.isTrue("decision.requires_approval")) conditions.add("needs approval");
        var until = answer.time("decision.expires_at");
        until.ifPresent(time -> conditions.add("good until " + MINUTE.format(time.atZone(zone))));
        var cooldown = answer.time("decision.cooldown_until");
        cooldown.ifPresent(
                time -> conditions.add("cooling down until " + MINUTE.format(time.atZone(zone))));
        return conditions;
    }

    private void reasons(Page page) {
        var reasons = answer.items("decision.reasons");
        if (reasons.isEmpty()) return;
        page.heading("Why");
        for (var reason : reasons) {
            var weight = reason.number("weight", 0);
            var sign =
                    Line.of("  ")
                            .with(weight < 0 ? Ink.BAD : Ink.GOOD, Amounts.format("%+.2f", weight));
            page.beside(
                    sign, LABEL - 5, Ink.PLAIN, named(reason.text("text"), reason.text("code")));
            var evidence = evidence(reason.at("evidence"));
            if (!evidence.isEmpty()) page.text(LABEL - 5, Ink.ACCENT, "“" + evidence + "”");
        }
    }

    /// The span counts code points, and a newer service may count differently: out of range is no
    /// evidence.
    private String evidence(Value span) {
        if (target == null || !span.isPresent()) return "";
        var length = target.codePointCount(0, target.length());
        var start = (int) span.number("start", -1);
        var end = (int) span.number("end", -1);
        if (start < 0 || end <= start || end > length || (start == 0 && end == length)) return "";
        var from = target.offsetByCodePoints(0, start);
        var quote = target.substring(from, target.offsetByCodePoints(from, end - start));
        return DisplayWidth.clipped(Printable.line(quote), EVIDENCE);
    }

    private void passages(Page page) {
        var passages = answer.items("draft.retrieved_snippets");
        if (passages.isEmpty()) return;
        page.heading("Rests on");
        passages.forEach(passage -> new PassageLines(passage).show(page, BAR));
    }

    private void guardrail(Page page) {
        var guardrail = answer.at("draft.guardrail");
        var verdict = guardrail.text("verdict");
        if (verdict.isEmpty()) return;
        page.heading("Guardrails");
        var ink =
                verdict.equals("cleared")
                        ? Ink.GOOD
                        : verdict.equals("revised") ? Ink.ACCENT : Ink.WARNING;
        var attempts = answer.items("draft.alternatives").size() + 1;
        var tries = attempts > 1 ? "  after " + attempts + " attempts" : "";
        page.line(Line.of("  ").with(ink, verdict).with(Ink.FAINT, tries));
        guardrail.items("violations").forEach(violation -> violation(page, violation));
        var raw = guardrail.text("raw_text");
        if (!raw.isEmpty() && !raw.equals(answer.text("draft.text"))) {
            page.beside(Line.of("  before"), LABEL, Ink.FAINT, raw);
        }
    }

    private static void violation(Page page, Value violation) {
        var severity = violation.text("severity");
        var ink =
                severity.equals("error")
                        ? Ink.BAD
                        : severity.equals("warning") ? Ink.WARNING : Ink.FAINT;
        var message = named(violation.text("message"), violation.text("rule"));
        page.beside(Line.of("  ").with(ink, severity), LABEL, Ink.PLAIN, message);
    }

    private static String named(String sentence, String name) {
        return name.isEmpty() ? sentence : sentence + "  (" + name + ")";
    }

    private void writer(Page page) {
        var generator = answer.at("draft.generator");
        if (!generator.isPresent()) return;
        page.heading("Written by");
        var line = Line.of("  " + generator.text("model"));
        if (generator.text("kind").equals("extractive"))
            line = line.with(Ink.FAINT, "  the creator's own words");
        if (generator.at("adapter").isPresent())
            line = line.with("  with " + generator.text("adapter"));
        page.line(line);
        var tokens = new ArrayList<String>();
        count(tokens, generator, "prompt_tokens", " tokens read");
        count(tokens, generator, "cached_tokens", " of them from the cache");
        count(tokens, generator, "completion_tokens", " written");
        page.text(2, Ink.FAINT, String.join(", ", tokens));
    }

    private static void count(List<String> counts, Value generator, String name, String meaning) {
        var number = generator.number(name);
        if (!Double.isNaN(number)) counts.add(Amounts.count(number) + meaning);
    }

    private void footer(Page page) {
        var id = answer.text("consideration_id");
        if (!id.isEmpty()) page.blank().line(Line.of(Ink.FAINT, "consideration " + id));
        if (answer.text("identity_quality").equals("fingerprint")) {
            page.text(
                    0,
                    Ink.FAINT,
                    "No --id was given, so the text is known by a fingerprint and any action needs approval.");
        }
    }
}
